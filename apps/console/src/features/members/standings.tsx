import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { dateText, useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import type { MemberPageData } from './balances.tsx';
import { measureText, progressOf } from './measure-text.ts';

/** The levels of a member, and the way to the next. */
export function Standings({ standings }: { readonly standings: MemberPageData['standings'] }) {
  const { t } = useTranslation();
  const { language } = useFace();
  return standings.map((standing) => (
    <Paper key={standing.ladder} withBorder p="lg" component="section" aria-label={standing.name}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h5" tt="capitalize">
            {standing.name}
          </Title>
          <Text fw={650}>{standing.levelName}</Text>
        </Group>
        {standing.next && (
          <>
            <Progress value={progressOf(standing)} aria-hidden="true" />
            <Text size="sm">
              {t('members.missing', {
                missing: measureText(language, standing.next.missing),
                level: standing.next.levelName,
              })}
            </Text>
          </>
        )}
        {standing.keep && (
          <Text size="sm" c="dimmed">
            {t(Number(standing.keep.missing.amount) > 0 ? 'members.keep' : 'members.kept', {
              missing: measureText(language, standing.keep.missing),
              by: dateText(language, standing.keep.by),
            })}
          </Text>
        )}
        {standing.until !== undefined && standing.keep === undefined && (
          <Text size="sm" c="dimmed">
            {t('members.keptUntil', { until: dateText(language, standing.until) })}
          </Text>
        )}
      </Stack>
    </Paper>
  ));
}
