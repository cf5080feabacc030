import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { ProblemError } from '@trofast/sdk';
import { ProblemAlert } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../frame/till-context.tsx';
import type { View } from '../../frame/use-view.ts';
import { readReceipt } from '../../selling/receipts.ts';
import { takeBack } from '../../selling/sell.ts';

export interface ReturnPageProps {
  readonly show: (view: View) => void;
}

export function ReturnPage({ show }: ReturnPageProps) {
  const { t } = useTranslation();
  const till = useTill();
  const [receipt, setReceipt] = useState('');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  async function giveBack() {
    setBusy(true);
    setError(undefined);
    const done = await takeBack(till, readReceipt(receipt));
    if ('sold' in done) return show({ name: 'result', sold: done.sold });
    setError(new ProblemError(done.problem));
    setBusy(false);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void giveBack();
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
          onChange={(event) => setReceipt(event.currentTarget.value)}
        />
        <ProblemAlert error={error} />
        <Button type="submit" size="xl" loading={isBusy} disabled={receipt.trim() === ''}>
          {t('returns.give')}
        </Button>
      </Stack>
    </form>
  );
}
