import { Button, Group, Stack, Text } from '@mantine/core';
import { DateText, ProblemAlert, useOperation, useWrite, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { browserName } from './browser-name.ts';

/** Where one is signed in; any of it can be ended. */
export function Sessions() {
  const { t } = useTranslation();
  const sessions = useOperation('listSessions', {});
  const end = useWrite('endSession', { outdates: ['listSessions'] });
  return (
    <Stack gap="sm">
      <ProblemAlert error={sessions.error ?? end.error} />
      {sessions.isPending && <Waiting lines={2} />}
      {sessions.data?.items.map(({ id, browser, lastUsedAt, isThis }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Stack gap={0} style={{ minWidth: 0 }}>
            <Text size="sm" truncate>
              {browserName(browser) ?? t('profile.sessions.unknown')}
            </Text>
            <Text size="xs" c="dimmed">
              <DateText value={lastUsedAt} withTime />
            </Text>
          </Stack>
          {isThis ? (
            <Text size="sm" style={{ flexShrink: 0 }}>
              {t('profile.sessions.this')}
            </Text>
          ) : (
            <Button size="xs" variant="default" onClick={() => end.mutate({ sessionId: id })}>
              {t('profile.sessions.end')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}
