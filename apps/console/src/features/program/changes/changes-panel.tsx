import { Alert, Code, Group, List, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { EmptyState, ProblemAlert, useFace, useOperation, Waiting } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../shell/state-badge.tsx';
import { useDraft } from '../draft/use-draft.tsx';

type Comparison = Output<'compareDraft'>;
type PartChange = Comparison['parts'][number];

const TONES = { added: 'good', removed: 'bad', changed: 'coming' } as const;

/** What the draft changes against the version in force: in sentences, or line by line. */
export function ChangesPanel() {
  const { t } = useTranslation();
  const { programId, text } = useDraft();
  const { language } = useFace();
  const [kind, setKind] = useState('sentences');
  const query = useOperation(
    'compareDraft',
    { programId, document: text, locale: language as 'en' },
    { keepsPrevious: true },
  );
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Waiting />;
  const { isSame, version, problems, parts, lines } = query.data;
  if (isSame) {
    return (
      <Paper withBorder>
        <EmptyState title={t('program.changes.none')} text={t('program.changes.noneHint')} />
      </Paper>
    );
  }
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text c="dimmed">
          {version === undefined ? t('program.changes.first') : t('program.changes.against', { version })}
        </Text>
        <SegmentedControl
          value={kind}
          onChange={setKind}
          data={[
            { value: 'sentences', label: t('program.changes.sentences') },
            { value: 'lines', label: t('program.changes.lines') },
          ]}
        />
      </Group>
      {problems.length > 0 && (
        <Alert color="red" variant="light" title={t('program.text.problems', { count: problems.length })}>
          <List size="sm">
            {problems.map(({ line, message, remedy }) => (
              <List.Item key={`${line}${message}`}>
                <strong>{t('program.text.line', { line })}</strong> {message} {remedy}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {kind === 'lines' ? <Lines lines={lines} /> : <Sentences parts={parts} hasProblems={problems.length > 0} />}
    </Stack>
  );
}

function Sentences({ parts, hasProblems }: { readonly parts: readonly PartChange[]; readonly hasProblems: boolean }) {
  const { t } = useTranslation();
  if (parts.length === 0 && !hasProblems) return <Text>{t('program.changes.onlyWriting')}</Text>;
  const sections = Map.groupBy(parts, ({ section }) => section);
  return (
    <>
      {[...sections].map(([section, own]) => (
        <Stack key={section} gap="xs">
          <Title order={2} size="h5">
            {section}
          </Title>
          {own.map((part) => (
            <ChangedPart key={part.change + part.path.join('/')} part={part} />
          ))}
        </Stack>
      ))}
    </>
  );
}

function ChangedPart({ part: { change, id, before, after } }: { readonly part: PartChange }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="md" data-change={change}>
      <Group gap="xs" mb="xs">
        <StateBadge tone={TONES[change]}>{t(`program.changes.${change}`)}</StateBadge>
        <Text size="xs" c="dimmed" ff="monospace">
          {id}
        </Text>
      </Group>
      <Stack gap={4}>
        {before
          .filter((sentence) => !after.includes(sentence))
          .map((sentence) => (
            <Text key={sentence} component="del" c="dimmed" td="line-through">
              {sentence}
            </Text>
          ))}
        {after
          .filter((sentence) => !before.includes(sentence))
          .map((sentence) => (
            <Text key={sentence} component="ins" style={{ textDecoration: 'none' }} fw={500}>
              {sentence}
            </Text>
          ))}
      </Stack>
    </Paper>
  );
}

const AROUND = 3;

/** Changed lines with a few around them. */
function Lines({ lines }: { readonly lines: Comparison['lines'] }) {
  const near = new Set(
    lines.flatMap(({ kind }, index) =>
      kind === 'same' ? [] : Array.from({ length: AROUND * 2 + 1 }, (_, step) => index - AROUND + step),
    ),
  );
  return (
    <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {lines.map(({ kind, text, before, after }, index) =>
        near.has(index) ? (
          <div
            key={`${before ?? ''}:${after ?? ''}:${kind}`}
            style={{
              backgroundColor: backgroundOf[kind],
              color: kind === 'same' ? undefined : 'var(--mantine-color-text)',
            }}
          >
            {signOf[kind]} {text}
          </div>
        ) : near.has(index - 1) ? (
          <div key={`${before ?? ''}:${after ?? ''}:gap`}>⋯</div>
        ) : null,
      )}
    </Code>
  );
}

const signOf = { same: ' ', added: '+', removed: '−' } as const;
const backgroundOf = {
  same: undefined,
  added: 'var(--mantine-color-green-light)',
  removed: 'var(--mantine-color-red-light)',
} as const;
