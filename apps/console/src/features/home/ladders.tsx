import { Group, Paper, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { numberText, percentText, useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import type { OverviewData } from './overview-data.ts';

/** How members stand on each ladder, and who moved. */
export function Ladders({ ladders }: { readonly ladders: OverviewData['ladders'] }) {
  const { t } = useTranslation();
  const { language } = useFace();
  return ladders.map(({ ladder, name, levels, up, down }) => {
    const all = Math.max(
      1,
      levels.reduce((sum, { members }) => sum + members, 0),
    );
    return (
      <Paper key={ladder} withBorder p="lg" component="section" aria-label={name}>
        <Group justify="space-between" mb="md">
          <Title order={2} size="h4" tt="capitalize">
            {name}
          </Title>
          <Group gap="lg">
            <Text size="sm">{t('home.up', { count: up.now })}</Text>
            <Text size="sm">{t('home.down', { count: down.now })}</Text>
          </Group>
        </Group>
        <SimpleGrid cols={{ base: 1, sm: Math.min(4, levels.length) }}>
          {levels.map(({ level, name: levelName, members }) => (
            <Stack key={level} gap={6}>
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm" fw={600}>
                  {levelName}
                </Text>
                <Text size="sm" c="dimmed">
                  {numberText(language, members)} · {percentText(language, members / all)}
                </Text>
              </Group>
              <Progress value={(members / all) * 100} size="sm" aria-hidden="true" />
            </Stack>
          ))}
        </SimpleGrid>
      </Paper>
    );
  });
}
