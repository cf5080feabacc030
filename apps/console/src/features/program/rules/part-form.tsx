import { Alert, Button, Divider, Group, List, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type Field, fieldOfSection } from '@trofast/engine';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { type Path, valueAt } from '../editing/written.ts';
import { pointerOf } from '../fields/default-value.ts';
import { FieldEditor } from '../fields/field-editor.tsx';

type Section = Parameters<typeof fieldOfSection>[0];

/** The editor of one part, made from the shape that reads it. */
export function PartForm({ path, onClose }: { readonly path: Path; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft();
  const [section, id] = path;
  const [field] = useState(() => fieldOfPart(section as Section, id));
  const pointer = pointerOf(path);
  const problems = draft.problems.filter((problem) => problem.pointer.startsWith(pointer));
  const value = valueAt(draft.written, path);
  return (
    <Stack gap="md" mt="md">
      <Divider />
      {problems.length > 0 && (
        <Alert color="red" variant="light" role="alert">
          <List size="sm">
            {problems.map(({ line, column, message, remedy }) => (
              <List.Item key={`${line}:${column}${message}`}>
                {message} {remedy}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <FieldEditor field={field} path={path} value={value} label={String(id ?? section)} isRequired />
      <Group justify="space-between">
        <Button size="compact-sm" onClick={onClose}>
          {t('program.rules.done')}
        </Button>
        {draft.mayEdit && section !== 'program' && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} />}
            onClick={() => {
              onClose();
              draft.removeAt(path);
            }}
          >
            {t('program.rules.remove')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** One of the parts of a section; `program` and `households` are parts themselves. */
function fieldOfPart(section: Section, id: string | number | undefined): Field {
  const field = fieldOfSection(section);
  if (id === undefined) return field;
  if (field.kind === 'list' || field.kind === 'by_name') return field.element;
  return field;
}
