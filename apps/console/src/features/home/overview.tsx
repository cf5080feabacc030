import { Paper, SimpleGrid, Stack, Title } from '@mantine/core';
import { moneyText, numberText, percentText, pointsText, useFace, Waiting } from '@trofast/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from './figure.tsx';
import { Ladders } from './ladders.tsx';
import type { OverviewData } from './overview-data.ts';

const Charts = lazy(async () => ({ default: (await import('./charts.tsx')).Charts }));

export function Overview({ overview }: { readonly overview: OverviewData }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const count = (value: number) => numberText(language, value);
  const share = (value: number | undefined) => value !== undefined && percentText(language, value);
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
        <Figure label={t('home.members')} now={count(overview.members.now)} change={overview.members} />
        <Figure label={t('home.active')} now={count(overview.activeMembers.now)} change={overview.activeMembers} />
        <Figure label={t('home.purchases')} now={count(overview.purchases.now)} change={overview.purchases} />
        <Figure
          label={t('home.repeat')}
          now={share(overview.repeatRate.now) || '–'}
          before={share(overview.repeatRate.before)}
        />
        {overview.sales.map(({ currency, revenue, averageOrder }) => {
          const money = (amount: number | undefined) => amount !== undefined && moneyText(language, amount, currency);
          return [
            <Figure key={currency} label={t('home.revenue')} now={money(revenue.now) || '–'} change={revenue} />,
            <Figure
              key={`${currency} order`}
              label={t('home.averageOrder')}
              now={money(averageOrder.now) || '–'}
              before={money(averageOrder.before)}
            />,
          ];
        })}
        {overview.liability.map(({ currency, total }) => (
          <Figure
            key={`${currency} liability`}
            label={t('home.liability')}
            now={moneyText(language, total.now, currency)}
            change={total}
            isNeutral
          />
        ))}
      </SimpleGrid>
      <Suspense fallback={<Waiting lines={6} />}>
        <Charts overview={overview} />
      </Suspense>
      {overview.points.map((points) => (
        <Paper key={points.currency} withBorder p="lg" component="section" aria-label={points.name}>
          <Title order={2} size="h4" mb="md" tt="capitalize">
            {points.name}
          </Title>
          <SimpleGrid cols={{ base: 2, md: 5 }} spacing="md">
            {(['earned', 'spent', 'expired', 'outstanding'] as const).map((kind) => (
              <Figure
                key={kind}
                label={t(`home.points.${kind}`)}
                now={pointsText(language, points[kind].now)}
                change={{ now: Number(points[kind].now), before: Number(points[kind].before) }}
                note={costOf(points, kind, language)}
                isNeutral
                isPlain
              />
            ))}
            <Figure
              label={t('home.redemption')}
              now={share(points.redemptionRate.now) || '–'}
              before={share(points.redemptionRate.before)}
              isPlain
            />
          </SimpleGrid>
        </Paper>
      ))}
      <Ladders ladders={overview.ladders} />
    </Stack>
  );
}

/** What it costs the shop, where the settings or the program say what a point costs. */
function costOf(points: OverviewData['points'][number], kind: string, language: string): string | undefined {
  const [cost] = points.cost;
  if (cost === undefined || kind === 'expired') return undefined;
  return moneyText(language, cost[kind as 'earned' | 'spent' | 'outstanding'].now, cost.currency);
}
