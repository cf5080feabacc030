import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dateText, moneyText, useFace } from '@trofast/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberPageData } from './balances.tsx';

export function SideCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="lg" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

export function Vouchers({ vouchers }: { readonly vouchers: MemberPageData['vouchers'] }) {
  const { t } = useTranslation();
  const { language } = useFace();
  if (vouchers.length === 0) return null;
  return (
    <SideCard title={t('members.vouchers')}>
      <Stack gap="sm">
        {vouchers.map(({ voucher, name, code, remaining, currency, until, state }) => (
          <Group key={voucher} justify="space-between" align="flex-start" wrap="nowrap">
            <Stack gap={0}>
              <Text fw={600} size="sm">
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`members.voucherStates.${state}`)}
                {until !== undefined && ` · ${t('members.until', { until: dateText(language, until) })}`}
              </Text>
            </Stack>
            <Stack gap={0} align="flex-end">
              {remaining !== undefined && currency !== undefined && (
                <Text size="sm">{moneyText(language, remaining, currency)}</Text>
              )}
              <Text size="xs" ff="monospace">
                {code}
              </Text>
            </Stack>
          </Group>
        ))}
      </Stack>
    </SideCard>
  );
}

export interface HouseholdProps {
  readonly household: MemberPageData['household'];
  readonly memberId: string;
}

export function Household({ household, memberId }: HouseholdProps) {
  const { t } = useTranslation();
  if (household.length < 2) return null;
  return (
    <SideCard title={t('members.household')}>
      <Stack gap={4}>
        {household.map(({ id, name, role, left }) => (
          <Group key={id} justify="space-between">
            {id === memberId ? (
              <Text size="sm">{name ?? t('members.nameless')}</Text>
            ) : (
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/members/$memberId" params={{ memberId: id }} {...props} />}
              >
                {name ?? t('members.nameless')}
              </Anchor>
            )}
            <Text size="xs" c="dimmed">
              {left === undefined ? role : t('members.left')}
            </Text>
          </Group>
        ))}
      </Stack>
    </SideCard>
  );
}

export function Totals({ totals }: { readonly totals: MemberPageData['totals'] }) {
  const { t } = useTranslation();
  const { language } = useFace();
  return (
    <SideCard title={t('members.totals')}>
      <Stack gap={4}>
        <Row label={t('members.purchases')} value={String(totals.purchases)} />
        {totals.money.map(({ currency, purchases, returned, gave, fees }) => (
          <Stack key={currency} gap={4}>
            <Row label={t('members.bought')} value={moneyText(language, purchases, currency)} />
            {returned > 0 && <Row label={t('members.returned')} value={moneyText(language, returned, currency)} />}
            <Row label={t('members.gave')} value={moneyText(language, gave, currency)} />
            {fees > 0 && <Row label={t('members.fees')} value={moneyText(language, fees, currency)} />}
          </Stack>
        ))}
        {totals.lastPurchase !== undefined && (
          <Row label={t('members.lastPurchase')} value={dateText(language, totals.lastPurchase)} />
        )}
      </Stack>
    </SideCard>
  );
}

function Row({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{value}</Text>
    </Group>
  );
}
