import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { isList, type Path, valueAt } from '../editing/written.ts';
import type { Beginning } from './default-value.ts';
import { useNames } from './use-names.ts';

/** What new parts of the draft begin with. */
export function useBeginning(): Beginning {
  const { written } = useDraft();
  const { t } = useTranslation();
  const names = useNames();
  const languages = valueAt(written, ['program', 'languages']);
  return {
    today: new Date().toISOString().slice(0, 10),
    languages: isList(languages) ? languages.map(String) : ['en'],
    unnamed: t('program.fields.unnamed'),
    firstNameOf: (section, beside) => {
      const path: Path = section === 'levels' ? ['ladders', String(beside.ladder ?? beside.level ?? '')] : [];
      return names(section, path)[0]?.value ?? t('program.fields.unnamed');
    },
  };
}
