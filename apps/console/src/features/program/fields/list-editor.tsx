import { ActionIcon, Button, Fieldset, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFace } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { isGroup, isList, type Path } from '../editing/written.ts';
import { defaultValue } from './default-value.ts';
import type { FieldOf, FieldProps } from './field-props.ts';
import { GroupEditor } from './group-editor.tsx';
import { levelsBeside, nameOfPart } from './names.ts';
import { NestedField } from './nested-field.tsx';
import { AddPart } from './part-editor.tsx';
import { useBeginning } from './use-beginning.ts';

/** Several groups, conditions or effects, one below the other. */
export function ListEditor({ field, path, value, label, isRequired = false }: FieldProps<FieldOf<'list'>>) {
  const { t } = useTranslation();
  const draft = useDraft();
  const { language } = useFace();
  const beginning = useBeginning();
  const elements = isList(value) ? value : [];
  const { element } = field;
  const isOfParts = element.kind === 'condition' || element.kind === 'effect';
  const mayRemove = draft.mayEdit && (elements.length > 1 || !isRequired);
  return (
    <Fieldset legend={label}>
      <Stack gap="sm">
        {elements.map((one, index) => {
          const place = [...path, index];
          const name = nameOfPart(one, language) ?? `${label} ${index + 1}`;
          return (
            // Elements have no name but their place, and keep nothing of their own.
            // biome-ignore lint/suspicious/noArrayIndexKey: what is shown comes from the document
            <Paper key={index} withBorder p="sm">
              <Element
                name={name}
                onRemove={mayRemove ? () => draft.removeAt(place) : undefined}
                hasOwnHead={isOfParts}
              >
                {element.kind === 'group' ? (
                  <Stack gap="xs">
                    <Text size="sm" fw={600}>
                      {name}
                    </Text>
                    <GroupEditor field={element} path={place} value={one} label={name} isBare />
                  </Stack>
                ) : (
                  <NestedField
                    field={element}
                    path={place}
                    value={one}
                    label={name}
                    onRemove={mayRemove ? () => draft.removeAt(place) : undefined}
                  />
                )}
              </Element>
            </Paper>
          );
        })}
        {draft.mayEdit && isOfParts && <AddPart kind={element.kind} onAdd={(part) => draft.addTo(path, part)} />}
        {draft.mayEdit && !isOfParts && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            style={{ alignSelf: 'start' }}
            onClick={() => draft.addTo(path, defaultValue(element, beginning))}
          >
            {t('program.fields.addTo', { name: label })}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

interface ElementProps {
  readonly name: string;
  readonly onRemove: (() => void) | undefined;
  readonly hasOwnHead: boolean;
  readonly children: React.ReactNode;
}

function Element({ name, onRemove, hasOwnHead, children }: ElementProps) {
  const { t } = useTranslation();
  if (hasOwnHead || onRemove === undefined) return children;
  return (
    <Group align="flex-start" wrap="nowrap" gap="xs">
      <Stack gap={0} style={{ flex: 1, minWidth: 0 }}>
        {children}
      </Stack>
      <ActionIcon variant="subtle" color="gray" aria-label={t('program.fields.remove', { name })} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}

/** Parts by their names: levels with their factors, plans of a club. */
export function ByNameEditor({ field, path, value, label }: FieldProps<FieldOf<'by_name'>>) {
  const { t } = useTranslation();
  const draft = useDraft();
  const { language } = useFace();
  const beginning = useBeginning();
  const [name, setName] = useState('');
  const said = isGroup(value) ? value : {};
  const levels = levelsBeside(draft.written, path, language);
  const isOfLevels = path.at(-1) === 'levels' && levels.length > 0;
  const entries: readonly (readonly [string, string])[] = isOfLevels
    ? levels.map((level) => [level.value, level.label])
    : Object.keys(said).map((key) => [key, nameOfPart(said[key], language) ?? key]);
  return (
    <Fieldset legend={label}>
      <Stack gap="sm">
        {entries.map(([key, shown]) => (
          <NestedField
            key={key}
            field={field.element}
            path={[...path, key] satisfies Path}
            value={said[key]}
            label={shown}
            onRemove={draft.mayEdit && key in said ? () => draft.removeAt([...path, key]) : undefined}
          />
        ))}
        {draft.mayEdit && !isOfLevels && (
          <Group align="flex-end" gap="xs">
            <TextInput
              label={t('program.fields.newName')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={!/^[A-Za-z0-9][\w-]*$/.test(name) || name in said}
              onClick={() => {
                draft.setAt([...path, name], defaultValue(field.element, beginning));
                setName('');
              }}
            >
              {t('program.fields.add')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
