import { useTranslation } from 'react-i18next';

export interface Labels {
  /** What people call a word of the document; where it means something of its own below another word, that. */
  word(word: string, below?: string): string;
  option(option: string, below?: string): string;
}

/** The document's words and choices in the reader's language. A word that has no name yet is shown in plain letters. */
export function useLabel(): Labels {
  const { t, i18n } = useTranslation();
  const find = (kind: 'words' | 'options', name: string, below: string | undefined) => {
    const keys = [...(below === undefined ? [] : [`program.${kind}.${below}-${name}`]), `program.${kind}.${name}`];
    const key = keys.find((one) => i18n.exists(one));
    return key === undefined ? plain(name) : t(key as 'program.title');
  };
  return {
    word: (word, below) => find('words', word, below),
    option: (option, below) => find('options', option, below),
  };
}

/** `atLeast` and `end_of_month` as words. */
function plain(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
