import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { PageHead } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import type { Template } from './plan.ts';
import { Sections } from './sections.tsx';

export interface ChooseStepProps {
  readonly templates: readonly Template[];
  readonly chosen: string;
  readonly onChoose: (template: string) => void;
}

export function ChooseStep({ templates, chosen, onChoose }: ChooseStepProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" pt="md">
      <PageHead title={t('setup.choose.title')} text={t('setup.choose.text')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {templates.map(({ id, name, about, sections }) => (
          <Card key={id} component="article" withBorder padding="lg" radius="md">
            <Stack gap="sm" h="100%" justify="space-between">
              <Stack gap="xs">
                <Title order={2} size="h4">
                  {name}
                </Title>
                <Text c="dimmed" size="sm">
                  {about}
                </Text>
                <details>
                  <summary>{t('setup.choose.read')}</summary>
                  <Sections sections={sections} />
                </details>
              </Stack>
              <Group>
                <Button
                  variant={id === chosen ? 'filled' : 'light'}
                  aria-label={t('setup.choose.takeNamed', { name })}
                  onClick={() => onChoose(id)}
                >
                  {t('setup.choose.take')}
                </Button>
              </Group>
            </Stack>
          </Card>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
