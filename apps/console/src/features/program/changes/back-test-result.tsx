import { BarChart } from '@mantine/charts';
import { Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { momentText, moneyText, numberText, pointsText, useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import '@mantine/charts/styles.css';

type Result = NonNullable<Output<'getBackTest'>['result']>;
type CurrencyResult = Result['currencies'][number];
type Affected = CurrencyResult['mostWon'][number];

/** What would have been otherwise: points, money, members, levels. */
export function BackTestResult({ result }: { readonly result: Result }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { currencies, costs, vouchers, discounts, levels, refused, accounts, events, changed, since, until } = result;
  const number = (value: number) => numberText(language, value);
  return (
    <Stack gap="lg" data-back-test="done">
      <Text>
        {t('program.backTest.summary', {
          events: number(events),
          accounts: number(accounts),
          changed: number(changed),
          since: momentText(language, since),
          until: momentText(language, until),
          seconds: number(result.milliseconds / 1000),
        })}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {costs.map(({ currency, earned, liability }) => (
          <BothSides
            key={`cost-${currency}`}
            title={t('program.backTest.cost')}
            say={(amount) => moneyText(language, amount, currency)}
            sides={earned}
            more={{ title: t('program.backTest.liability'), sides: liability }}
          />
        ))}
        {vouchers.map(({ currency, issued, open }) => (
          <BothSides
            key={`vouchers-${currency}`}
            title={t('program.backTest.vouchers')}
            say={(amount) => moneyText(language, amount, currency)}
            sides={issued}
            more={{ title: t('program.backTest.openVouchers'), sides: open }}
          />
        ))}
        {discounts.map(({ currency, given }) => (
          <BothSides
            key={`discounts-${currency}`}
            title={t('program.backTest.discounts')}
            say={(amount) => moneyText(language, amount, currency)}
            sides={given}
          />
        ))}
        <BothSides title={t('program.backTest.refused')} say={number} sides={refused} />
      </SimpleGrid>
      {currencies.map((currency) => (
        <CurrencyView key={currency.currency} currency={currency} />
      ))}
      {levels.length > 0 && <Levels levels={levels} />}
    </Stack>
  );
}

interface Sides {
  readonly published: number;
  readonly draft: number;
}

interface BothSidesProps {
  readonly title: string;
  readonly say: (amount: number) => string;
  readonly sides: Sides;
  readonly more?: { readonly title: string; readonly sides: Sides };
}

function BothSides({ title, say, sides, more }: BothSidesProps) {
  const difference = sides.draft - sides.published;
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text size="xl" fw={700}>
        {say(sides.draft)}
      </Text>
      <Difference published={say(sides.published)} difference={difference} text={say(Math.abs(difference))} />
      {more && (
        <Text size="sm" mt="xs">
          {more.title}: {say(more.sides.published)} → {say(more.sides.draft)}
        </Text>
      )}
    </Paper>
  );
}

function Difference({ published, difference, text }: { published: string; difference: number; text: string }) {
  const { t } = useTranslation();
  const sign = difference > 0 ? '+' : '−';
  return (
    <Text size="sm">
      {t('program.backTest.before', { value: published })}
      {difference !== 0 && ` (${sign}${text})`}
    </Text>
  );
}

function CurrencyView({ currency }: { readonly currency: CurrencyResult }) {
  const { t } = useTranslation();
  const { language } = useFace();
  const points = (value: string) => pointsText(language, value);
  const rows = [
    [t('program.backTest.earned'), currency.earned],
    [t('program.backTest.spent'), currency.spent],
    [t('program.backTest.expired'), currency.expired],
    [t('program.backTest.takenBack'), currency.takenBack],
    [t('program.backTest.outstanding'), currency.outstanding],
  ] as const;
  const bars = currency.histogram.map(({ from, through, accounts }) => ({
    range: `${points(from)} – ${points(through)}`,
    accounts,
  }));
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {currency.name}
          </Title>
          <Text>
            {t('program.backTest.winners', {
              winners: numberText(language, currency.winners),
              losers: numberText(language, currency.losers),
              unchanged: numberText(language, currency.unchanged),
            })}
          </Text>
        </Group>
        <Table>
          <SidesHead of={currency.name} />
          <Table.Tbody>
            {rows.map(([title, sides]) => (
              <Table.Tr key={title}>
                <Table.Th scope="row">{title}</Table.Th>
                <Table.Td ta="right">{points(sides.published)}</Table.Td>
                <Table.Td ta="right">{points(sides.draft)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {bars.length > 0 && (
          <figure style={{ margin: 0 }} aria-label={t('program.backTest.histogram')}>
            <BarChart
              h={220}
              data={bars}
              dataKey="range"
              series={[{ name: 'accounts', label: t('program.backTest.members'), color: 'brand.6' }]}
            />
            <Text component="figcaption" size="xs" c="dimmed">
              {t('program.backTest.histogram')}
            </Text>
          </figure>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <MostAffected title={t('program.backTest.mostWon')} members={currency.mostWon} />
          <MostAffected title={t('program.backTest.mostLost')} members={currency.mostLost} />
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}

/** What the published program and the draft are compared in. */
function SidesHead({ of }: { readonly of: string }) {
  const { t } = useTranslation();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{of}</Table.Th>
        <Table.Th ta="right" scope="col">
          {t('program.backTest.published')}
        </Table.Th>
        <Table.Th ta="right" scope="col">
          {t('program.backTest.draft')}
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function MostAffected({ title, members }: { readonly title: string; readonly members: readonly Affected[] }) {
  const { language } = useFace();
  if (members.length === 0) return null;
  return (
    <Table>
      <Table.Caption>{title}</Table.Caption>
      <Table.Tbody>
        {members.map(({ accountId, memberId, name, published, draft, difference }) => (
          <Table.Tr key={accountId}>
            <Table.Th scope="row" fw={400}>
              {name ?? memberId ?? accountId}
            </Table.Th>
            <Table.Td ta="right">
              {pointsText(language, published)} → {pointsText(language, draft)}
            </Table.Td>
            <Table.Td ta="right" fw={600}>
              {difference.startsWith('-') ? '' : '+'}
              {pointsText(language, difference)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Levels({ levels }: { readonly levels: Result['levels'] }) {
  const { t } = useTranslation();
  const { language } = useFace();
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4">
        {t('program.backTest.levels')}
      </Title>
      <Table>
        <SidesHead of={t('program.backTest.level')} />
        <Table.Tbody>
          {levels.map(({ ladder, name, level, levelName, accounts }) => (
            <Table.Tr key={ladder + level}>
              <Table.Th scope="row" fw={400}>
                {name} · {levelName}
              </Table.Th>
              <Table.Td ta="right">{numberText(language, accounts.published)}</Table.Td>
              <Table.Td ta="right">{numberText(language, accounts.draft)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
