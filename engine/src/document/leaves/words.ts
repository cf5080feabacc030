import type { CountedWords, Locale, Words } from '../../program.ts';
import { LOCALES } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { remedyFor } from '../binding.ts';
import { leaf, Misread } from '../leaf.ts';
import { kindOfValue, scalarText } from '../numeral.ts';
import { Unbound } from '../unbound.ts';

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  da: 'Danish',
  sv: 'Swedish',
  nb: 'Norwegian Bokmål',
};

const text = { type: 'string', minLength: 1 };

function perLanguage(value: object): Readonly<Record<string, unknown>> {
  const properties = Object.fromEntries(LOCALES.map((locale) => [locale, value]));
  return { type: 'object', properties, additionalProperties: false };
}

/** A text in each language of the program; one plain text is the same in all of them. */
export const words = leaf(
  { description: 'a text in each language, or one for all', field: 'words', anyOf: [text, perLanguage(text)] },
  (written) => {
    const read = readLanguages(written, readText);
    return read instanceof Misread ? read : new Unbound<Words>((binding) => inEveryLanguage(read, binding));
  },
);

const counted = { type: 'object', properties: { one: text, other: text }, required: ['one', 'other'] };

/** Names of what is counted: with one, and with several. */
export const countedWords = leaf(
  {
    description: 'names with one and with several, in each language',
    field: 'counted_words',
    anyOf: [counted, perLanguage(counted)],
  },
  (written) => {
    const isSame = isGroup(written) && 'one' in written;
    const read = isSame ? readForms(written) : readLanguages(written, readForms);
    if (read instanceof Misread) return read;
    const languages = isSame ? everywhere(read as Forms) : (read as Partial<Record<Locale, Forms>>);
    return new Unbound<CountedWords>((binding) => inEveryLanguage(languages, binding));
  },
);

interface Forms {
  readonly one: string;
  readonly other: string;
}

function readLanguages<T>(
  written: unknown,
  read: (value: unknown) => T | Misread,
): Partial<Record<Locale, T>> | Misread {
  if (!isGroup(written)) {
    const same = read(written);
    return same instanceof Misread ? same : everywhere(same);
  }
  const languages: Partial<Record<Locale, T>> = {};
  for (const [language, value] of Object.entries(written)) {
    if (!isLocale(language)) {
      const remedy = remedyFor(language, LOCALES);
      return new Misread('unknown_word', `"${language}" is not a language of texts here.`, remedy, [language]);
    }
    const one = read(value);
    if (one instanceof Misread) return new Misread(one.code, one.message, one.remedy, [language, ...one.path]);
    languages[language] = one;
  }
  return languages;
}

function readText(written: unknown): string | Misread {
  const value = scalarText(written)?.trim();
  if (value === undefined) return new Misread('wrong_kind', `Expected a text, found ${kindOfValue(written)}.`);
  return value === '' ? new Misread('empty', 'The text is empty.') : value;
}

function readForms(written: unknown): Forms | Misread {
  const expected = 'Expected the name with one and with several: { one: point, other: points }.';
  if (!isGroup(written)) return new Misread('wrong_kind', `${expected.slice(0, -1)}, found ${kindOfValue(written)}.`);
  const { one, other, ...rest } = written;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    return new Misread('unknown_word', `"${unknown}" is not known here.`, remedyFor(unknown, ['one', 'other']), [
      unknown,
    ]);
  }
  if (typeof one !== 'string' || typeof other !== 'string') return new Misread('missing_word', expected);
  return { one, other };
}

function inEveryLanguage<T>(languages: Partial<Record<Locale, T>>, binding: Binding) {
  const missing = binding.reading.languages.filter((language) => languages[language] === undefined);
  if (missing.length === 0) return languages;
  const names = missing.map((language) => `${LANGUAGE_NAMES[language]} (${language})`);
  binding.report('missing_language', `The text is missing in ${names.join(', ')}.`);
  return undefined;
}

function everywhere<T>(value: T): Partial<Record<Locale, T>> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, value]));
}

function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

function isGroup(written: unknown): written is Readonly<Record<string, unknown>> {
  return typeof written === 'object' && written !== null && !Array.isArray(written);
}
