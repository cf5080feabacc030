import { ActionIcon, Combobox, Group, InputBase, Stack, Text, useCombobox } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Locale, PartToAdd } from '@trofast/engine';
import { useFace } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isGroup, type Written } from '../editing/written.ts';
import { defaultValue } from './default-value.ts';
import type { FieldOf, FieldProps } from './field-props.ts';
import { GroupEditor } from './group-editor.tsx';
import { NestedField } from './nested-field.tsx';
import { PARTS } from './parts.ts';
import { isPossible, useBeginning } from './use-beginning.ts';
import { useNames } from './use-names.ts';

/** A condition or an effect: what it says of itself, and its parameters. */
export function PartEditor({ field, path, value, onRemove }: FieldProps<FieldOf<'condition'> | FieldOf<'effect'>>) {
  const { t } = useTranslation();
  const { language } = useFace();
  const [code] = isGroup(value) ? Object.keys(value) : [];
  const part = PARTS[field.kind].find((one) => one.code === code);
  if (!part || !isGroup(value) || code === undefined) {
    return <Text size="sm">{t('program.fields.onlyInText', { name: code ?? '' })}</Text>;
  }
  const place = [...path, code];
  const label = sentenceOf(part, language);
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('program.fields.remove', { name: label })}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </Group>
      {part.field.kind === 'group' ? (
        <GroupEditor field={part.field} path={place} value={value[code]} label={label} of={code} isBare />
      ) : (
        <NestedField field={part.field} path={place} value={value[code]} label={t('program.fields.parts')} isRequired />
      )}
    </Stack>
  );
}

export interface AddPartProps {
  readonly kind: 'condition' | 'effect';
  readonly onAdd: (part: Written) => void;
}

/** A list of all conditions or effects as they say themselves, to search and add one. */
export function AddPart({ kind, onAdd }: AddPartProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const beginning = useBeginning();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => setSearch('') });
  const names = useNames();
  const found = PARTS[kind]
    .filter(({ field }) => isPossible(field, names))
    .filter((part) => sentenceOf(part, language).toLowerCase().includes(search.toLowerCase().trim()));
  const add = (code: string) => {
    const part = PARTS[kind].find((one) => one.code === code);
    if (part) onAdd({ [code]: defaultValue(part.field, beginning) });
    combobox.closeDropdown();
  };
  const label = kind === 'condition' ? t('program.fields.addCondition') : t('program.fields.addEffect');
  return (
    <Combobox store={combobox} onOptionSubmit={add}>
      <Combobox.Target>
        <InputBase
          aria-label={label}
          placeholder={label}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {found.map((part) => (
            <Combobox.Option key={part.code} value={part.code}>
              {sentenceOf(part, language)}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('program.fields.noneFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function sentenceOf(part: PartToAdd, language: string): string {
  const sentence = part.sentence[language as Locale] ?? part.sentence.en;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
