import { Alert, Button, Group, List, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type CheckedExample, checkExamples, readExamples } from '@trofast/engine';
import { EmptyState, ProblemAlert, Waiting } from '@trofast/ui';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../shell/state-badge.tsx';
import { useDraft } from '../draft/use-draft.tsx';
import { removeAt } from '../editing/edit-document.ts';
import { ExamplesText } from './examples-text.tsx';
import { useExamples } from './use-examples.ts';

/** Worked examples as cards, each green or red against the draft as it is being edited. */
export function ExamplesPanel({ onTry }: { readonly onTry: () => void }) {
  const { t } = useTranslation();
  const { program, programId, mayEdit } = useDraft();
  const { query, saving, text } = useExamples(programId);
  const [isText, setText] = useState(false);
  const shown = useDeferredValue(program);
  const checked = useMemo(() => (shown && text.trim() !== '' ? checkExamples(shown, text) : undefined), [shown, text]);
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Waiting />;
  if (isText) return <ExamplesText text={text} saving={saving} onClose={() => setText(false)} />;
  const examples = checked && 'examples' in checked ? checked.examples : [];
  const failed = examples.filter(({ passed }) => !passed).length;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="xs">
          {examples.length > 0 && (
            <StateBadge tone={failed === 0 ? 'good' : 'bad'} size="lg">
              {failed === 0
                ? t('program.examples.allPassed', { count: examples.length })
                : t('program.examples.someFailed', { count: failed, of: examples.length })}
            </StateBadge>
          )}
        </Group>
        {mayEdit && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setText(true)}>
              {t('program.examples.asText')}
            </Button>
            <Button onClick={onTry}>{t('program.examples.write')}</Button>
          </Group>
        )}
      </Group>
      <ProblemAlert error={saving.error} />
      {checked && 'problems' in checked && (
        <Alert color="red" variant="light" role="alert" title={t('program.examples.unreadable')}>
          <List size="sm">
            {checked.problems.map(({ line, message }) => (
              <List.Item key={`${line}${message}`}>
                <strong>{t('program.text.line', { line })}</strong> {message}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {text.trim() === '' && (
        <Paper withBorder>
          <EmptyState title={t('program.examples.none')} text={t('program.examples.noneHint')} />
        </Paper>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {examples.map((example, index) => (
          <ExampleCard
            key={example.code}
            example={example}
            steps={stepsOf(text, index)}
            onRemove={mayEdit ? () => saving.mutate(removeAt(text, ['examples', index])) : undefined}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function stepsOf(text: string, index: number): number {
  const read = readExamples(text);
  return 'examples' in read ? (read.examples[index]?.steps.length ?? 0) : 0;
}

interface ExampleCardProps {
  readonly example: CheckedExample;
  readonly steps: number;
  readonly onRemove: (() => void) | undefined;
}

function ExampleCard({ example: { code, name, passed, line, difference }, steps, onRemove }: ExampleCardProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="md" data-example={code} data-passed={passed}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs">
            <StateBadge tone={passed ? 'good' : 'bad'} icon={passed ? <IconCheck size={12} /> : <IconX size={12} />}>
              {passed ? t('program.examples.passed') : t('program.examples.failed')}
            </StateBadge>
            <Text size="sm" ff="monospace">
              {code}
            </Text>
          </Group>
          <Text size="xs" c="dimmed">
            {t('program.examples.steps', { count: steps })}
          </Text>
        </Group>
        {name !== undefined && <Text fw={600}>{name}</Text>}
        {difference && (
          <Alert color="red" variant="light" role="alert">
            <Text size="sm">
              {t('program.examples.inStep', { step: difference.step + 1, line })} <code>{difference.what}</code>
            </Text>
            {difference.expected !== '' && (
              <Text size="sm">{t('program.examples.expected', { value: difference.expected })}</Text>
            )}
            <Text size="sm">{t('program.examples.found', { value: difference.actual })}</Text>
          </Alert>
        )}
        {onRemove && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            style={{ alignSelf: 'end' }}
            aria-label={t('program.fields.remove', { name: code })}
            onClick={onRemove}
          >
            {t('program.rules.remove')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
