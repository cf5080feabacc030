import { NativeSelect, TextInput } from '@mantine/core';
import { decimalsOf, fieldErrors, useOperation, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../shell/toast.ts';
import { ActionDialog } from './action-dialog.tsx';
import type { DialogProps } from './correct-points.tsx';
import { minorUnits } from './minor-units.ts';

/** Adds a purchase by its receipt: an amount is enough. */
export function RecordPurchase({ memberId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const page = useOperation('getMemberPage', { memberId });
  const settings = useOperation('getSettings', {});
  const markets = settings.data?.markets ?? [];
  const own = markets.find(({ id }) => id === page.data?.member.market) ?? markets[0];
  const [currency, setCurrency] = useState('');
  const [receipt, setReceipt] = useState('');
  const [amount, setAmount] = useState('');
  const record = useWrite('recordPurchase', {
    onDone: (outcome) => {
      toast(('sentences' in outcome ? outcome.sentences[0] : undefined) ?? t('members.purchase.done'));
      onClose();
    },
  });
  const money = currency || own?.currency || '';
  const total = money === '' ? undefined : minorUnits(amount, decimalsOf(money));
  const errors = fieldErrors(record.error);
  return (
    <ActionDialog
      title={t('members.purchase.open')}
      text={t('members.purchase.text')}
      does={t('members.purchase.do')}
      error={record.error}
      isPending={record.isPending}
      isDisabled={total === undefined || receipt.trim() === ''}
      onDo={() =>
        record.mutate({
          id: receipt.trim(),
          member: { id: memberId },
          currency: money,
          lines: [{ sku: 'by-hand', total: total ?? 0 }],
        })
      }
      onClose={onClose}
    >
      <TextInput
        label={t('members.purchase.receipt')}
        description={t('members.purchase.receiptHint')}
        required
        withAsterisk={false}
        error={errors['id']}
        value={receipt}
        onChange={(event) => setReceipt(event.currentTarget.value)}
      />
      <TextInput
        label={t('members.purchase.amount', { currency: money })}
        inputMode="decimal"
        required
        withAsterisk={false}
        error={errors['lines.0.total']}
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      {markets.length > 1 && (
        <NativeSelect
          label={t('members.purchase.currency')}
          value={money}
          onChange={(event) => setCurrency(event.currentTarget.value)}
          data={[...new Set(markets.map((market) => market.currency))]}
        />
      )}
    </ActionDialog>
  );
}
