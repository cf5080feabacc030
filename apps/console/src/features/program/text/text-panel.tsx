import { Alert, Anchor, List, Paper, Stack } from '@mantine/core';
import { Waiting } from '@trofast/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';

const YamlEditor = lazy(async () => ({ default: (await import('./yaml-editor.tsx')).YamlEditor }));

/** The document itself, with what is wrong in it. */
export function TextPanel() {
  const { t } = useTranslation();
  const draft = useDraft();
  return (
    <Stack gap="sm">
      {draft.problems.length > 0 && (
        <Alert
          color="red"
          variant="light"
          role="alert"
          title={t('program.text.problems', { count: draft.problems.length })}
        >
          <List size="sm">
            {draft.problems.slice(0, 20).map(({ line, column, message, remedy }) => (
              <List.Item key={`${line}:${column}${message}`}>
                <strong>{t('program.text.line', { line })}</strong> {message} {remedy}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Paper withBorder style={{ overflow: 'hidden' }}>
        <Suspense fallback={<Waiting lines={12} />}>
          <YamlEditor
            text={draft.text}
            problems={draft.problems}
            label={t('program.text.label')}
            isReadOnly={!draft.mayEdit}
            onChange={draft.edit}
          />
        </Suspense>
      </Paper>
      <Anchor href="/docs" size="sm" target="_blank" rel="noreferrer">
        {t('program.text.reference')}
      </Anchor>
    </Stack>
  );
}
