import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../words/languages.ts';
import { chooseLanguage } from '../words/start-words.ts';

export interface LanguageSwitcherProps {
  /** Only these, where a program speaks fewer. */
  readonly offered?: readonly string[] | undefined;
}

export function LanguageSwitcher({ offered }: LanguageSwitcherProps) {
  const { t, i18n } = useTranslation('ui');
  const shown = languages.filter(({ code }) => offered === undefined || offered.includes(code));
  return (
    <NativeSelect
      aria-label={t('language')}
      value={i18n.language}
      data={shown.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}
    />
  );
}
