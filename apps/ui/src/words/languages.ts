/** The languages of the faces, each by its own name. */
export const languages = [
  { code: 'da', name: 'Dansk' },
  { code: 'sv', name: 'Svenska' },
  { code: 'nb', name: 'Norsk' },
  { code: 'en', name: 'English' },
] as const;

export type Language = (typeof languages)[number]['code'];

const remembered = 'trofast-language';

export function isLanguage(code: string | null | undefined): code is Language {
  return languages.some((language) => language.code === code);
}

/** The first language that a person wants and we speak: nynorsk and plain "no" are written as bokmål. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split('-')[0];
    if (code === 'no' || code === 'nn') return 'nb';
    if (isLanguage(code)) return code;
  }
  return 'en';
}

/** What was chosen on this device before; otherwise what the browser asks for. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(remembered);
  return isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages);
}

export function rememberLanguage(language: Language) {
  localStorage.setItem(remembered, language);
}
