import { List, Paper, Stack, Text } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { ProblemAlert, useOperation, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';

type Rule = NonNullable<Output<'getEvent'>['why']>['rules'][number];

/** Why an event came out so: each rule, what it wanted and had, and its arithmetic. */
export function Why({ eventId }: { readonly eventId: string }) {
  const { t } = useTranslation();
  const event = useOperation('getEvent', { eventId });
  if (event.data === undefined) return event.error ? <ProblemAlert error={event.error} /> : <Waiting lines={2} />;
  const { why, version } = event.data;
  return (
    <Paper p="md" mt="xs" bg="var(--trofast-paper)">
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t('members.why.version', { version: why?.version ?? version })}
          {why?.reproduced === false && ` ${t('members.why.changed')}`}
        </Text>
        {(why === undefined || why.rules.length === 0) && <Text size="sm">{t('members.why.noRules')}</Text>}
        {why?.rules.map((rule) => (
          <WhyOfRule key={rule.rule} rule={rule} />
        ))}
      </Stack>
    </Paper>
  );
}

function WhyOfRule({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={600}>
        <span aria-hidden="true">{rule.held && rule.declined === undefined ? '✓ ' : '– '}</span>
        {rule.sentence}
      </Text>
      <Text size="xs" c="dimmed">
        {rule.held && rule.declined === undefined ? t('members.why.held') : t('members.why.notHeld')}
      </Text>
      {rule.arithmetic !== undefined && (
        <Text size="sm" ff="monospace">
          {rule.arithmetic}
        </Text>
      )}
      {rule.declined !== undefined && <Text size="sm">{rule.declined}</Text>}
      {rule.conditions.length > 0 && (
        <List size="sm">
          {rule.conditions.map(({ sentence, holds, has, wants, togo }) => (
            <List.Item key={sentence}>
              {sentence}: {holds ? t('members.why.yes') : t('members.why.no')}
              {has !== undefined &&
                ` (${t('members.why.had', { has })}${wants === undefined ? '' : `, ${t('members.why.wanted', { wants })}`}${togo === undefined ? '' : `, ${t('members.why.togo', { togo })}`})`}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
