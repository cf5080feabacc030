import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { ProblemError } from '@trofast/sdk';
import { ProblemAlert } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueue, useTill } from '../../frame/till-context.tsx';
import type { View } from '../../frame/use-view.ts';
import { readReceipt } from '../../selling/receipts.ts';
import { takeBack } from '../../selling/sell.ts';
import { ReturnedLines } from './returned-lines.tsx';

export interface ReturnPageProps {
  readonly show: (view: View) => void;
}

/** A receipt is enough: all of it comes back, or the lines that are named. */
export function ReturnPage({ show }: ReturnPageProps) {
  const { t } = useTranslation();
  const till = useTill();
  const { isOnline } = useQueue();
  const [receipt, setReceipt] = useState('');
  const [bought, setBought] = useState<Output<'getReceiptAtTill'>>();
  const [lines, setLines] = useState<readonly number[]>([]);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isNothing = receipt.trim() === '' || (bought !== undefined && lines.length === 0);

  async function busily(work: () => Promise<void>) {
    setBusy(true);
    setError(undefined);
    await work().catch(setError);
    setBusy(false);
  }
  const giveBack = async () => {
    const done = await takeBack(till, readReceipt(receipt), lines);
    if (!('sold' in done)) throw new ProblemError(done.problem);
    show({ name: 'result', sold: done.sold });
  };
  const lookUp = async () => setBought(await till.client.getReceiptAtTill({ receipt: readReceipt(receipt) }));

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void busily(giveBack);
      }}
    >
      <Stack gap="md">
        <Title order={1}>{t('returns.title')}</Title>
        <Text c="dimmed">{t('returns.explain')}</Text>
        <TextInput
          className="till-code"
          label={t('returns.receipt')}
          size="xl"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={100}
          value={receipt}
          onChange={(event) => {
            setReceipt(event.currentTarget.value);
            setBought(undefined);
            setLines([]);
          }}
        />
        {bought && <ReturnedLines bought={bought} chosen={lines} onChange={setLines} />}
        <ProblemAlert error={error} />
        <Button type="submit" size="xl" loading={isBusy} disabled={isNothing}>
          {t('returns.give')}
        </Button>
        {!bought && (
          <Button
            variant="default"
            size="lg"
            disabled={isNothing || isBusy || !isOnline}
            onClick={() => void busily(lookUp)}
          >
            {t('returns.some')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
