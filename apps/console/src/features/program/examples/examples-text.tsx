import { Button, Group, Paper, Stack } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { ProblemAlert, Waiting } from '@trofast/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const YamlEditor = lazy(async () => ({ default: (await import('../text/yaml-editor.tsx')).YamlEditor }));

export interface ExamplesTextProps {
  readonly text: string;
  readonly saving: UseMutationResult<void, Error, string>;
  readonly onClose: () => void;
}

/** The examples' own text, for what cards do not write. */
export function ExamplesText({ text, saving, onClose }: ExamplesTextProps) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState(text);
  return (
    <Stack gap="sm">
      <Paper withBorder style={{ overflow: 'hidden' }}>
        <Suspense fallback={<Waiting lines={12} />}>
          <YamlEditor
            text={edited}
            problems={none}
            label={t('program.examples.title')}
            isReadOnly={false}
            onChange={setEdited}
          />
        </Suspense>
      </Paper>
      <ProblemAlert error={saving.error} />
      <Group>
        <Button loading={saving.isPending} onClick={() => saving.mutate(edited, { onSuccess: onClose })}>
          {t('form.save', { ns: 'ui' })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('form.cancel', { ns: 'ui' })}
        </Button>
      </Group>
    </Stack>
  );
}

/** Problems of examples are told above their cards, with their lines. */
const none: readonly never[] = [];
