import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { formatPoints, type Locale, type Program, type WhyRule } from '@trofast/engine';
import { moneyText, useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../shell/state-badge.tsx';
import type { Simulation } from './simulate-basket.ts';

/** Both sides of a simulated purchase, and why each rule held or not. */
export function SimulationView({
  simulation,
  program,
}: {
  readonly simulation: Simulation;
  readonly program: Program;
}) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { points, toPay, total, currency, consequences, rules, toGo } = simulation;
  const earned = points.flatMap(({ currency: key, amount }) => {
    const own = program.currencies.get(key.split('@')[0] ?? '');
    return own ? [formatPoints(amount, own, language as Locale)] : [];
  });
  return (
    <Stack gap="md">
      <Paper withBorder p="md" bg="var(--mantine-primary-color-light)" role="status" aria-live="polite">
        <Group justify="space-between" align="flex-end">
          <Stack gap={0}>
            <Text size="sm">{t('program.simulator.earned')}</Text>
            <Text size="xl" fw={700} data-simulated="points">
              {earned.length > 0 ? earned.join(' · ') : t('program.simulator.nothing')}
            </Text>
          </Stack>
          <Stack gap={0} align="flex-end">
            <Text size="sm">{t('program.simulator.toPay')}</Text>
            <Text size="xl" fw={700} data-simulated="pay">
              {toPay < total && (
                <Text span td="line-through" size="md" fw={400} mr="xs">
                  {moneyText(language, total, currency)}
                </Text>
              )}
              {moneyText(language, toPay, currency)}
            </Text>
          </Stack>
        </Group>
      </Paper>
      {consequences.length > 0 && (
        <List size="sm" spacing={4}>
          {consequences.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
      {toGo.map(({ sentence, missing }) => (
        <Text key={sentence} size="sm" c="dimmed">
          {t('program.simulator.toGo', { money: moneyText(language, missing, currency) })} {sentence}
        </Text>
      ))}
      <Stack gap="xs">
        <Title order={3} size="h5">
          {t('program.simulator.why')}
        </Title>
        {rules.map((rule) => (
          <RuleWhy key={rule.rule} rule={rule} />
        ))}
      </Stack>
    </Stack>
  );
}

function RuleWhy({ rule: { rule, sentence, held, declined, arithmetic, conditions } }: { readonly rule: WhyRule }) {
  const { t } = useTranslation();
  const counted = held && declined === undefined;
  return (
    <Paper withBorder p="sm">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <StateBadge
          tone={counted ? 'good' : 'past'}
          size="sm"
          icon={counted ? <IconCheck size={12} /> : <IconX size={12} />}
        >
          {counted ? t('program.simulator.held') : t('program.simulator.notHeld')}
        </StateBadge>
        <Stack gap={4} style={{ minWidth: 0 }}>
          <Text size="sm">{sentence}</Text>
          {arithmetic && (
            <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {arithmetic}
            </Text>
          )}
          {declined && <Text size="sm">{declined}</Text>}
          {conditions.map((condition) => (
            <Text key={condition.sentence} size="xs" c="dimmed">
              {condition.holds ? '✓' : '✗'} {condition.sentence}
              {condition.togo !== undefined && ` ${t('program.simulator.missing', { amount: condition.togo })}`}
            </Text>
          ))}
          <Text size="xs" c="dimmed" ff="monospace">
            {rule}
          </Text>
        </Stack>
      </Group>
    </Paper>
  );
}
