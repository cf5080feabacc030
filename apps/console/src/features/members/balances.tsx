import { Group, Paper, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { DateText, dateText, Points, pointsText, useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';

export type MemberPageData = Output<'getMemberPage'>;

/** Balances by currency, what expires next, and the lots behind them. */
export function Balances({ page }: { readonly page: MemberPageData }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { balances, currencyNames, lots, expiring } = page;
  return (
    <SimpleGrid cols={{ base: 1, sm: Math.min(2, Math.max(1, Object.keys(balances).length)) }}>
      {Object.entries(balances).map(([currency, { available, pending, held, debt }]) => {
        const next = expiring.find((one) => one.currency === currency);
        const parts = lots.filter((lot) => lot.currency === currency);
        return (
          <Paper key={currency} withBorder p="lg" component="section" aria-label={currencyNames[currency] ?? currency}>
            <Group justify="space-between" align="flex-start">
              <Stack gap={0}>
                <Text size="sm" c="dimmed" tt="capitalize">
                  {currencyNames[currency] ?? currency}
                </Text>
                <Text fz={34} fw={650} lh={1.1} style={{ letterSpacing: '-0.02em' }}>
                  <Points points={available} />
                </Text>
                {next && (
                  <Text size="sm" c="dimmed">
                    {t('members.expires', {
                      amount: pointsText(language, next.amount),
                      on: dateText(language, next.on),
                    })}
                  </Text>
                )}
              </Stack>
              <Group gap="lg">
                <Small label={t('members.pending')} value={pending} />
                <Small label={t('members.held')} value={held} />
                {Number(debt) > 0 && <Small label={t('members.debt')} value={debt} />}
              </Group>
            </Group>
            {parts.length > 0 && (
              <details>
                <summary>{t('members.lots', { count: parts.length })}</summary>
                <Lots lots={parts} />
              </details>
            )}
          </Paper>
        );
      })}
    </SimpleGrid>
  );
}

function Small({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Stack gap={0}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fw={600}>
        <Points points={value} />
      </Text>
    </Stack>
  );
}

function Lots({ lots }: { readonly lots: MemberPageData['lots'] }) {
  const { t } = useTranslation();
  return (
    <Table fz="sm" mt="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('members.lot.amount')}</Table.Th>
          <Table.Th>{t('members.lot.earned')}</Table.Th>
          <Table.Th>{t('members.lot.from')}</Table.Th>
          <Table.Th>{t('members.lot.until')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lots.map(({ lot, amount, earned, from, until }) => (
          <Table.Tr key={lot}>
            <Table.Td>
              <Points points={amount} />
            </Table.Td>
            <Table.Td>
              <DateText value={earned} />
            </Table.Td>
            <Table.Td>
              <DateText value={from} />
            </Table.Td>
            <Table.Td>{until === undefined ? t('members.never') : <DateText value={until} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
