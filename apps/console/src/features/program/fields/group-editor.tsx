import { Button, Fieldset, Menu, SimpleGrid, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { FieldWord } from '@trofast/engine';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { isGroup } from '../editing/written.ts';
import { defaultValue } from './default-value.ts';
import type { FieldOf, FieldProps } from './field-props.ts';
import { NestedField } from './nested-field.tsx';
import { useBeginning } from './use-beginning.ts';
import { useLabel } from './use-label.ts';

export interface GroupEditorProps extends FieldProps<FieldOf<'group'>> {
  /** Words that are shown elsewhere. */
  readonly without?: readonly string[];
  /** The part that the words belong to, where a word means something of its own in it. */
  readonly of?: string | undefined;
  /** Without a frame and a name of its own. */
  readonly isBare?: boolean;
}

/** The words of a group: those that it says, and a menu of those that it could say. */
export function GroupEditor({ field, path, value, label, without = [], of, isBare = false }: GroupEditorProps) {
  const said = isGroup(value) ? value : {};
  const words = field.words.filter(({ word }) => !without.includes(word));
  const shown = words.filter((one) => one.isRequired || one.word in said || hasParts(one));
  const below = of ?? String(path.findLast((step) => typeof step === 'string'));
  const [names, others] = parted(shown, ({ field: inner }) => inner.kind === 'value' && isOfLanguages(inner.value));
  const [short, long] = parted(others, isShort);
  const edit = (word: FieldWord) => <WordEditor key={word.word} word={word} path={path} said={said} below={below} />;
  const inner = (
    <Stack gap="sm">
      {names.filter(({ word }) => word === 'name').map(edit)}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {short.map(edit)}
      </SimpleGrid>
      {long.map(edit)}
      {names.filter(({ word }) => word !== 'name').map(edit)}
      <AddWord words={words.filter(({ word }) => !shown.some((one) => one.word === word))} path={path} below={below} />
    </Stack>
  );
  return isBare ? inner : <Fieldset legend={label}>{inner}</Fieldset>;
}

/** Conditions have a place of their own, whether there are some yet or not. */
function hasParts({ field }: FieldWord): boolean {
  return field.kind === 'list' && (field.element.kind === 'condition' || field.element.kind === 'effect');
}

function isOfLanguages(value: string): boolean {
  return value === 'words' || value === 'counted_words';
}

function isShort({ field }: FieldWord): boolean {
  return field.kind === 'choice' || field.kind === 'flag' || field.kind === 'value';
}

function parted(
  words: readonly FieldWord[],
  test: (word: FieldWord) => boolean,
): readonly [readonly FieldWord[], readonly FieldWord[]] {
  return [words.filter(test), words.filter((word) => !test(word))];
}

interface WordEditorProps {
  readonly word: FieldWord;
  readonly path: FieldProps['path'];
  readonly said: { readonly [word: string]: FieldProps['value'] };
  readonly below: string;
}

function WordEditor({ word: { word, field, isRequired }, path, said, below }: WordEditorProps) {
  const draft = useDraft();
  const labels = useLabel();
  const place = [...path, word];
  return (
    <NestedField
      field={field}
      path={place}
      value={said[word]}
      label={labels.word(word, below)}
      isRequired={isRequired}
      onRemove={isRequired || !draft.mayEdit ? undefined : () => draft.removeAt(place)}
    />
  );
}

function AddWord({ words, path, below }: { words: readonly FieldWord[]; path: FieldProps['path']; below: string }) {
  const { t } = useTranslation();
  const draft = useDraft();
  const labels = useLabel();
  const beginning = useBeginning();
  if (!draft.mayEdit || words.length === 0) return null;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'start' }}>
          {t('program.fields.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {words.map(({ word, field }) => (
          <Menu.Item key={word} onClick={() => draft.setAt([...path, word], defaultValue(field, beginning))}>
            {labels.word(word, below)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
