import { Fieldset, SimpleGrid, TextInput } from '@mantine/core';
import { isLanguage, languages } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';
import { isGroup, isList, type Path, valueAt, type Written } from '../editing/written.ts';
import type { FieldOf, FieldProps } from './field-props.ts';

/** A text in each language of the program; of what is counted, one and several. */
export function WordsField({ field, path, value, label, isRequired }: FieldProps<FieldOf<'value'>>) {
  const { t } = useTranslation();
  const draft = useDraft();
  const spoken = valueAt(draft.written, ['program', 'languages']);
  const wanted = isList(spoken) ? spoken.map(String) : [];
  const forms = field.value === 'counted_words' ? ['one', 'other'] : [];
  const isSameForAll = typeof value === 'string' || (forms.length > 0 && isGroup(value) && 'one' in value);
  const places: readonly (readonly [Path, string])[] = (isSameForAll ? [''] : wanted).flatMap((language) => {
    const name = languageName(language);
    const place = language === '' ? path : [...path, language];
    if (forms.length === 0) return [[place, name] as const];
    return forms.map(
      (form) => [[...place, form], [name, t(`program.fields.${form as 'one'}`)].filter(Boolean).join(' · ')] as const,
    );
  });
  return (
    <Fieldset legend={label}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {places.map(([place, name]) => (
          <TextInput
            key={place.join('/')}
            label={name || label}
            required={isRequired === true}
            readOnly={!draft.mayEdit}
            value={textAt(draft.written, place)}
            onChange={(event) => draft.setAt(place, event.currentTarget.value)}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}

function textAt(written: Written | undefined, path: Path): string {
  const text = valueAt(written, path);
  return typeof text === 'string' ? text : '';
}

function languageName(code: string): string {
  return isLanguage(code) ? (languages.find((one) => one.code === code)?.name ?? code) : code;
}
