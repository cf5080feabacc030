import { Group, Stack, Text } from '@mantine/core';
import { ProblemError } from '@trofast/sdk';
import { ProblemAlert, pointsText } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { pointsName } from '../../device/own-till.ts';
import { useTill } from '../../frame/till-context.tsx';
import type { Sale } from './use-sale.ts';

export interface SumsProps {
  readonly sale: Sale;
  readonly money: (amount: number) => string;
}

/** What is to pay and what it earns, by the server's quote; without it, what the till itself knows. */
export function Sums({ sale: { total, quote, paysWithPoints, payment }, money }: SumsProps) {
  const { t, i18n } = useTranslation();
  const { own } = useTill();
  if (total === 0) return null;
  const answer = quote.data;
  const toPay = answer?.money.toPay ?? total - (paysWithPoints ? payment.worth : 0);
  const earned = Object.entries(answer?.points ?? {}).filter(([, moved]) => moved.earned !== undefined);
  return (
    <Stack gap={4} role="status">
      <Group justify="space-between">
        <Text fw={650}>{t('sale.toPay')}</Text>
        <Text fw={650}>{money(toPay)}</Text>
      </Group>
      {earned.map(([key, moved]) => (
        <Text key={key} size="sm" c="dimmed">
          {t('sale.earns', { points: pointsText(i18n.language, moved.earned ?? '0'), name: pointsName(own, key) })}
        </Text>
      ))}
      {quote.error instanceof ProblemError && <ProblemAlert error={quote.error} />}
    </Stack>
  );
}
