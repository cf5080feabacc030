import '@mantine/charts/styles.css';
import { AreaChart, BarChart } from '@mantine/charts';
import { Paper, SimpleGrid, Table, Title } from '@mantine/core';
import { localeOf, moneyText, numberText, pointsText, useFace } from '@trofast/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverviewData } from './overview-data.ts';

const height = 220;

/** Sales and points over the period, to be looked at; the same numbers as a table for who reads. */
export function Charts({ overview }: { readonly overview: OverviewData }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { series, sales, points } = overview;
  const currency = sales[0]?.currency;
  const kind = points[0];
  const isMonthly = overview.by === 'month';
  const label = (day: string) =>
    new Intl.DateTimeFormat(localeOf(language), {
      timeZone: 'UTC',
      month: 'short',
      ...(isMonthly ? { year: '2-digit' } : { day: 'numeric' }),
    }).format(new Date(day));
  const revenue = series.map((step) => ({
    step: label(step.from),
    revenue: currency === undefined ? 0 : (step.revenue[currency] ?? 0),
  }));
  const moved = series.map((step) => ({
    step: label(step.from),
    earned: Number(kind ? (step.points[kind.currency]?.earned ?? 0) : 0),
    spent: Number(kind ? (step.points[kind.currency]?.spent ?? 0) : 0),
  }));
  const money = (amount: number) => (currency === undefined ? '' : moneyText(language, amount, currency));
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {currency !== undefined && (
        <Chart
          title={t('home.revenue')}
          heads={[t('home.day'), t('home.revenue')]}
          rows={revenue.map(({ step, revenue }) => [step, money(revenue)])}
        >
          <AreaChart
            h={height}
            data={revenue}
            dataKey="step"
            series={[{ name: 'revenue', label: t('home.revenue'), color: 'brand.6' }]}
            valueFormatter={money}
            curveType="monotone"
            withDots={false}
            withYAxis={false}
            strokeWidth={2}
            areaChartProps={{ accessibilityLayer: false }}
          />
        </Chart>
      )}
      {kind && (
        <Chart
          title={t('home.pointsMoved', { name: kind.name })}
          heads={[t('home.day'), t('home.points.earned'), t('home.points.spent')]}
          rows={moved.map(({ step, earned, spent }) => [
            step,
            pointsText(language, earned),
            pointsText(language, spent),
          ])}
        >
          <BarChart
            h={height}
            data={moved}
            dataKey="step"
            series={[
              { name: 'earned', label: t('home.points.earned'), color: 'brand.6' },
              { name: 'spent', label: t('home.points.spent'), color: 'yellow.6' },
            ]}
            valueFormatter={(value) => numberText(language, value)}
            withYAxis={false}
            withLegend
            barChartProps={{ accessibilityLayer: false }}
          />
        </Chart>
      )}
    </SimpleGrid>
  );
}

interface ChartProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly children: ReactNode;
}

function Chart({ title, heads, rows, children }: ChartProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="lg" component="section" aria-label={title}>
      <Title order={2} size="h4" mb="md">
        {title}
      </Title>
      {/* A picture of the table below, so it is for the eye only and nothing in it is reached by keyboard. */}
      <div aria-hidden="true">{children}</div>
      <details>
        <summary>{t('home.asTable')}</summary>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.join()}>
                {row.map((cell, place) => (
                  <Table.Td key={heads[place]}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </Paper>
  );
}
