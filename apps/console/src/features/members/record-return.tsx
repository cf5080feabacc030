import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import type { Input } from '@trofast/contract';
import { dateText, moneyText, useFace, useOperation, usePages, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../shell/toast.ts';
import { ActionDialog } from './action-dialog.tsx';
import type { DialogProps } from './correct-points.tsx';

interface Line {
  readonly sku: string;
  readonly quantity?: number;
  readonly total: number;
}

/** Takes a purchase back, whole or by line. */
export function RecordReturn({ memberId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { items } = usePages('listTimeline', { memberId, limit: 100 });
  const purchases = items.filter(({ kind }) => kind === 'purchase');
  const [chosen, setChosen] = useState('');
  const [taken, setTaken] = useState<readonly number[]>([]);
  const purchaseId = chosen || (purchases[0]?.id ?? '');
  const event = useOperation('getEvent', { eventId: purchaseId }, { enabled: purchaseId !== '' });
  const body = event.data?.body as { readonly currency?: string; readonly lines?: readonly Line[] } | undefined;
  const lines = body?.lines ?? [];
  const record = useWrite('recordReturn', {
    onDone: ({ sentences }) => {
      toast(sentences[0] ?? t('members.return.done'));
      onClose();
    },
  });
  const input: Input<'recordReturn'> = {
    member: { id: memberId },
    purchase: { id: purchaseId },
    lines: taken.map((line) => ({ line })),
  };
  return (
    <ActionDialog
      title={t('members.return.open')}
      text={purchases.length === 0 ? t('members.return.none') : t('members.return.text')}
      does={t('members.return.do')}
      error={record.error}
      isPending={record.isPending}
      isDisabled={taken.length === 0}
      onDo={() => record.mutate(input)}
      onClose={onClose}
    >
      {purchases.length > 0 && (
        <NativeSelect
          label={t('members.return.purchase')}
          value={purchaseId}
          onChange={(change) => {
            setChosen(change.currentTarget.value);
            setTaken([]);
          }}
          data={purchases.map(({ id, occurredAt, money }) => ({
            value: id,
            label: `${dateText(language, occurredAt)}${money ? ` · ${moneyText(language, money.amount, money.currency)}` : ''}`,
          }))}
        />
      )}
      <Stack gap="xs">
        {lines.map(({ sku, quantity, total }, place) => (
          <Checkbox
            // A line has no name but its place in the purchase.
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a purchase never change
            key={place}
            label={
              <Text size="sm">
                {quantity === undefined ? '' : `${quantity} × `}
                {sku}, {moneyText(language, total, body?.currency ?? 'EUR')}
              </Text>
            }
            checked={taken.includes(place)}
            onChange={(change) =>
              setTaken(change.currentTarget.checked ? [...taken, place] : taken.filter((one) => one !== place))
            }
          />
        ))}
      </Stack>
    </ActionDialog>
  );
}
