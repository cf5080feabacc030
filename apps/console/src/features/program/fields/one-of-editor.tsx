import { Select, Stack } from '@mantine/core';
import type { Field } from '@trofast/engine';
import { useDraft } from '../draft/use-draft.tsx';
import { isGroup, isList, type Written } from '../editing/written.ts';
import { defaultValue } from './default-value.ts';
import type { FieldOf, FieldProps } from './field-props.ts';
import { GroupEditor } from './group-editor.tsx';
import { NestedField } from './nested-field.tsx';
import { useBeginning } from './use-beginning.ts';
import { type Labels, useLabel } from './use-label.ts';

interface Alternative {
  readonly key: string;
  readonly label: string;
  /** A word of the document by itself, or a field of its own. */
  readonly option?: string;
  readonly field: Field;
}

/** One of several ways to say something: a plain choice, or a group with words of its own. */
export function OneOfEditor({ field, path, value, label, isRequired, onRemove }: FieldProps<FieldOf<'one_of'>>) {
  const draft = useDraft();
  const labels = useLabel();
  const beginning = useBeginning();
  const alternatives = alternativesOf(field, labels, String(path.at(-1)));
  const present = alternatives.find((alternative) => fits(alternative, value));
  const choose = (key: string | null) => {
    const chosen = alternatives.find((one) => one.key === key);
    if (chosen === undefined) onRemove?.();
    else draft.setAt(path, chosen.option ?? defaultValue(chosen.field, beginning));
  };
  return (
    <Stack gap="sm">
      <Select
        label={label}
        data={alternatives.map((one) => ({ value: one.key, label: one.label }))}
        value={present?.key ?? null}
        onChange={choose}
        allowDeselect={false}
        clearable={onRemove !== undefined}
        required={isRequired === true}
        readOnly={!draft.mayEdit}
      />
      {present && present.option === undefined && present.field.kind === 'group' && (
        <GroupEditor field={present.field} path={path} value={value} label={present.label} isBare />
      )}
      {present && present.option === undefined && present.field.kind !== 'group' && (
        <NestedField field={present.field} path={path} value={value} label={present.label} />
      )}
    </Stack>
  );
}

function alternativesOf({ alternatives }: FieldOf<'one_of'>, labels: Labels, below: string): readonly Alternative[] {
  return alternatives.flatMap((field, index): readonly Alternative[] => {
    if (field.kind === 'choice') {
      return field.options.map((option) => ({ key: option, label: labels.option(option, below), option, field }));
    }
    if (field.kind === 'one_of') return alternativesOf(field, labels, below);
    if (field.kind === 'group') {
      const [word = ''] = (field.words.find(({ isRequired }) => isRequired) ?? field.words[0]) ? firstWords(field) : [];
      return [{ key: `${index}:${word}`, label: labels.word(word, below), field }];
    }
    const name = field.kind === 'value' ? field.value : field.kind;
    return [{ key: `${index}:${name}`, label: labels.option(name, below), field }];
  });
}

function firstWords({ words }: FieldOf<'group'>): readonly string[] {
  return [...words.filter(({ isRequired }) => isRequired), ...words].map(({ word }) => word);
}

function fits({ field, option }: Alternative, value: Written | undefined): boolean {
  if (option !== undefined) return value === option;
  if (field.kind === 'group') {
    return (
      isGroup(value) &&
      firstWords(field)
        .slice(0, 1)
        .every((word) => word in value)
    );
  }
  if (field.kind === 'list') return isList(value);
  return typeof value === 'string';
}
