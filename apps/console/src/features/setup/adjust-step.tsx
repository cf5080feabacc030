import { Alert, Button, Group, List, NumberInput, Paper, SimpleGrid, Stack, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PageHead, ProblemAlert, useFace, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import type { Plan, Template } from './plan.ts';
import { Sections } from './sections.tsx';

export interface AdjustStepProps {
  readonly plan: Plan;
  readonly onChange: (part: Partial<Plan>) => void;
  readonly onPublish: () => void;
  readonly isPublishing: boolean;
  readonly error: unknown;
}

/** The template's numbers, and beside them the sentences that they make. */
export function AdjustStep({ plan, onChange, onPublish, isPublishing, error }: AdjustStepProps) {
  const { t } = useTranslation();
  const { client, language } = useFace();
  const [asked] = useDebouncedValue(plan, 250);
  const preview = useQuery({
    queryKey: ['previewTemplate', asked, language],
    queryFn: () =>
      client.previewTemplate({
        templateId: asked.template,
        country: asked.country,
        currency: asked.currency,
        name: asked.name,
        numbers: { ...asked.numbers },
        locale: language as 'en',
      }),
    placeholderData: keepPreviousData,
  });
  if (preview.data === undefined) return preview.error ? <ProblemAlert error={preview.error} /> : <Waiting />;
  const { numbers, sections, problems } = preview.data;
  return (
    <Stack gap="lg" pt="md">
      <PageHead title={t('setup.adjust.title')} text={t('setup.adjust.text')} />
      <ProblemAlert error={error ?? preview.error} />
      {problems.length > 0 && (
        <Alert color="red" role="alert">
          <List size="sm">
            {problems.map(({ message }) => (
              <List.Item key={message}>{message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <Stack gap="sm">
          {numbers.map((number) => (
            <TemplateNumber key={number.id} number={number} plan={plan} onChange={onChange} />
          ))}
        </Stack>
        <Paper withBorder p="md" aria-live="polite">
          <Title order={2} size="h5">
            {t('setup.adjust.sentences')}
          </Title>
          <Sections sections={sections} />
        </Paper>
      </SimpleGrid>
      <Group>
        <Button loading={isPublishing} disabled={problems.length > 0} onClick={onPublish}>
          {t('setup.adjust.publish')}
        </Button>
      </Group>
    </Stack>
  );
}

interface TemplateNumberProps {
  readonly number: Template['numbers'][number];
  readonly plan: Plan;
  readonly onChange: (part: Partial<Plan>) => void;
}

function TemplateNumber({ number, plan, onChange }: TemplateNumberProps) {
  const { t } = useTranslation();
  const { id, label, unit, value, least, most, step } = number;
  const suffix = unit === 'money' ? ` ${plan.currency}` : ` ${t(`setup.units.${unit}`)}`;
  return (
    <NumberInput
      label={label}
      value={plan.numbers[id] ?? value}
      min={least}
      max={most}
      step={step}
      suffix={suffix}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      onChange={(given) => {
        if (typeof given === 'number') onChange({ numbers: { ...plan.numbers, [id]: given } });
      }}
    />
  );
}
