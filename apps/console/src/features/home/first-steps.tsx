import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFace } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';

/** What to do where there are no members yet. */
export function FirstSteps() {
  const { t } = useTranslation();
  const { program } = useFace();
  const { may } = useStaff();
  const portal = `${location.origin}/portal/${program}`;
  return (
    <Paper withBorder p="xl" radius="lg">
      <Stack gap="lg">
        <div>
          <Title order={2} size="h3">
            {t('home.first.title')}
          </Title>
          <Text c="dimmed">{t('home.first.text')}</Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <Stack gap={4}>
            <Text fw={600}>{t('home.first.share')}</Text>
            <Anchor href={portal} target="_blank" rel="noopener" style={{ overflowWrap: 'anywhere' }}>
              {portal}
            </Anchor>
          </Stack>
          <Stack gap={4} align="flex-start">
            <Text fw={600}>{t('home.first.till')}</Text>
            {may('tills:read') && (
              <Button
                variant="light"
                size="xs"
                renderRoot={(props) => <Link to="/settings/$area" params={{ area: 'tills' }} {...props} />}
              >
                {t('settings.areas.tills')}
              </Button>
            )}
          </Stack>
          <Stack gap={4} align="flex-start">
            <Text fw={600}>{t('home.first.connect')}</Text>
            <Group gap="xs">
              {may('keys:read') && (
                <Button
                  variant="light"
                  size="xs"
                  renderRoot={(props) => <Link to="/settings/$area" params={{ area: 'keys' }} {...props} />}
                >
                  {t('settings.areas.keys')}
                </Button>
              )}
              <Anchor href="/docs/" target="_blank" rel="noopener" size="sm">
                {t('home.first.reference')}
              </Anchor>
            </Group>
          </Stack>
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
