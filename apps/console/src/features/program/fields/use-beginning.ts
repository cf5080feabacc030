import type { Field } from '@trofast/engine';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { isList, type Path, valueAt } from '../editing/written.ts';
import { type Beginning, defaultValue } from './default-value.ts';
import { PARTS } from './parts.ts';
import { useNames } from './use-names.ts';

/** What new parts of the draft begin with. */
export function useBeginning(): Beginning {
  const { written } = useDraft();
  const { t } = useTranslation();
  const names = useNames();
  const languages = valueAt(written, ['program', 'languages']);
  const beginning: Beginning = {
    today: new Date().toISOString().slice(0, 10),
    languages: isList(languages) ? languages.map(String) : ['en'],
    unnamed: t('program.fields.unnamed'),
    firstNameOf: (section, beside) => {
      const path: Path = section === 'levels' ? ['ladders', String(beside.ladder ?? beside.level ?? '')] : [];
      return names(section, path)[0]?.value ?? t('program.fields.unnamed');
    },
    firstPart: (kind) => {
      const part = PARTS[kind].find(({ field }) => isPossible(field, names));
      return part === undefined ? '' : { [part.code]: defaultValue(part.field, beginning) };
    },
  };
  return beginning;
}

/** Whether the program has what a part cannot do without: a list to be on, a reward to give. */
export function isPossible(field: Field, names: ReturnType<typeof useNames>): boolean {
  if (field.kind === 'list') return isPossible(field.element, names);
  if (field.kind === 'value') return field.of === undefined || field.of === 'levels' || names(field.of, []).length > 0;
  if (field.kind !== 'group') return true;
  return field.words.every((word) => !word.isRequired || isPossible(word.field, names));
}
