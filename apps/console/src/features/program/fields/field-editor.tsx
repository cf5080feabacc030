import { MultiSelect, Select, Switch, TagsInput, Text } from '@mantine/core';
import type { Field } from '@trofast/engine';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { pointerOf } from './default-value.ts';
import type { FieldOf, FieldProps } from './field-props.ts';
import { GroupEditor } from './group-editor.tsx';
import { ByNameEditor, ListEditor } from './list-editor.tsx';
import { FieldContext } from './nested-field.tsx';
import { OneOfEditor } from './one-of-editor.tsx';
import { PartEditor } from './part-editor.tsx';
import { RemoveButton } from './remove-button.tsx';
import { useLabel } from './use-label.ts';
import { useNames } from './use-names.ts';
import { ValueField } from './value-field.tsx';

/** The editor of a place in the document, of whatever kind it is, with all that is inside. */
export function FieldEditor(props: FieldProps) {
  const { field, path } = props;
  return (
    <FieldContext value={AnyField}>
      {field.kind === 'group' ? (
        <GroupEditor {...props} field={field} of={String(path[0])} isBare />
      ) : (
        <AnyField {...props} />
      )}
    </FieldContext>
  );
}

function AnyField(props: FieldProps) {
  const { field } = props;
  switch (field.kind) {
    case 'group':
      return <GroupEditor {...props} field={field} />;
    case 'list':
      return <ListField {...props} field={field} />;
    case 'by_name':
      return <ByNameEditor {...props} field={field} />;
    case 'choice':
      return <ChoiceField {...props} field={field} />;
    case 'flag':
      return <FlagField {...props} />;
    case 'one_of':
      return <OneOfEditor {...props} field={field} />;
    case 'condition':
    case 'effect':
      return <PartEditor {...props} field={field} />;
    case 'value':
      return <ValueField {...props} field={field} />;
    case 'written':
      return <WrittenNote {...props} />;
  }
}

function ListField(props: FieldProps<FieldOf<'list'>>) {
  const { element } = props.field;
  if (isSimple(element)) return <SimpleList {...props} element={element} />;
  return <ListEditor {...props} />;
}

type SimpleElement = FieldOf<'choice'> | FieldOf<'value'>;

function isSimple(element: Field): element is SimpleElement {
  if (element.kind === 'choice') return true;
  return element.kind === 'value' && (element.value === 'text' || element.value === 'name');
}

/** Several of some choices, or several texts. */
function SimpleList({
  path,
  value,
  label,
  isRequired,
  onRemove,
  element,
}: FieldProps & { readonly element: SimpleElement }) {
  const draft = useDraft();
  const labels = useLabel();
  const names = useNames();
  const values = Array.isArray(value) ? value.map(String) : [];
  const word = String(path.at(-1));
  const write = (next: string[]) => {
    if (next.length > 0) draft.setAt(path, next);
    else if (onRemove) onRemove();
  };
  const same = {
    label,
    value: values,
    onChange: write,
    required: isRequired === true,
    readOnly: !draft.mayEdit,
    error: draft.problems.find(({ pointer }) => pointer.startsWith(pointerOf(path)))?.message,
  };
  if (element.kind === 'choice') {
    const choices = element.options.map((option) => ({ value: option, label: labels.option(option, word) }));
    return <MultiSelect {...same} data={choices} />;
  }
  if (element.value === 'name') return <MultiSelect {...same} searchable data={[...names(element.of ?? '', path)]} />;
  return <TagsInput {...same} />;
}

function ChoiceField({ field, path, value, label, isRequired, onRemove }: FieldProps<FieldOf<'choice'>>) {
  const draft = useDraft();
  const labels = useLabel();
  const word = String(path.at(-1));
  return (
    <Select
      label={label}
      data={field.options.map((option) => ({ value: option, label: labels.option(option, word) }))}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => (next === null ? onRemove?.() : draft.setAt(path, next))}
      required={isRequired === true}
      clearable={onRemove !== undefined}
      allowDeselect={false}
      readOnly={!draft.mayEdit}
      error={draft.problems.find(({ pointer }) => pointer === pointerOf(path))?.message}
    />
  );
}

function FlagField({ path, value, label, onRemove }: FieldProps) {
  const draft = useDraft();
  return (
    <Switch
      label={
        <>
          {label} {onRemove && <RemoveButton label={label} onClick={onRemove} />}
        </>
      }
      checked={value === true}
      disabled={!draft.mayEdit}
      onChange={(event) => draft.setAt(path, event.currentTarget.checked)}
    />
  );
}

function WrittenNote({ label }: FieldProps) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {t('program.fields.onlyInText', { name: label })}
    </Text>
  );
}
