import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconClockPause } from '@tabler/icons-react';
import { ProblemError } from '@trofast/sdk';
import { moneyText, ProblemAlert, pointsText } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsName } from '../../device/own-till.ts';
import { useTill } from '../../frame/till-context.tsx';
import type { View } from '../../frame/use-view.ts';
import { type Sold, takeBack } from '../../selling/sell.ts';

export interface ResultPageProps {
  readonly sold: Sold;
  readonly show: (view: View) => void;
}

/** What came of it, in the words of the program. */
export function ResultPage({ sold, show }: ResultPageProps) {
  const { t, i18n } = useTranslation();
  const till = useTill();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const { purchase, return: back, receipt, name } = sold;
  const outcome = purchase ?? back;
  const money = (amount: number) => moneyText(i18n.language, amount, till.own.setup.currency);
  const Icon = outcome ? IconCircleCheck : IconClockPause;

  async function undo() {
    setBusy(true);
    const undone = await takeBack(till, receipt);
    if ('sold' in undone) return show({ name: 'start', notice: undone.sold.return ? 'undone' : 'undoKept' });
    setError(new ProblemError(undone.problem));
    setBusy(false);
  }

  return (
    <Stack gap="md" role="status">
      <Group gap="sm" wrap="nowrap">
        <Icon size={44} aria-hidden className="till-done" />
        <Stack gap={0}>
          <Title order={1} size="h2">
            {t(outcome ? 'result.title' : 'result.keptTitle')}
          </Title>
          {name !== '' && <Text>{name}</Text>}
        </Stack>
      </Group>
      {!outcome && <Text>{t('result.kept')}</Text>}
      {purchase && <Sum label={t('result.toPay')} text={money(purchase.money.toPay)} />}
      {back && <Sum label={t('result.refund')} text={money(back.money.refund)} />}
      <Stack gap={4}>
        {outcome?.sentences.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </Stack>
      {outcome &&
        Object.entries(outcome.balances).map(([key, { available }]) => (
          <Text key={key} c="dimmed">
            {t('result.balance', { points: pointsText(i18n.language, available), name: pointsName(till.own, key) })}
          </Text>
        ))}
      <Text c="dimmed">{t('result.receipt', { receipt })}</Text>
      <ProblemAlert error={error} />
      <div className="till-last">
        <Stack gap="xs">
          <Button size="xl" autoFocus onClick={() => show({ name: 'start' })}>
            {t('result.next')}
          </Button>
          {!back && (
            <Button variant="subtle" size="md" loading={isBusy} onClick={() => void undo()}>
              {t('result.undo')}
            </Button>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

function Sum({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <Group justify="space-between" className="till-sum">
      <Text fw={650}>{label}</Text>
      <Text fw={650}>{text}</Text>
    </Group>
  );
}
