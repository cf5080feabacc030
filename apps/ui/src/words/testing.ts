// What every face's test of its words asks for: the same keys, the same placeholders, no text left empty.

import type { Language } from './languages.ts';

type Catalogue = object;

/** Each place where a language differs from English in more than its words; none when all is well. */
export function catalogueProblems(catalogues: Readonly<Record<Language, Catalogue>>): readonly string[] {
  const english = textsOf(catalogues.en);
  return Object.entries(catalogues).flatMap(([language, catalogue]) => {
    const texts = textsOf(catalogue);
    const missing = [...english.keys()].filter((key) => !texts.has(key)).map((key) => `${language}: ${key} is missing`);
    const extra = [...texts.keys()].filter((key) => !english.has(key)).map((key) => `${language}: ${key} is not in en`);
    const empty = [...texts].filter(([, text]) => text.trim() === '').map(([key]) => `${language}: ${key} is empty`);
    const differing = [...texts]
      .filter(([key, text]) => english.has(key) && placeholders(text) !== placeholders(english.get(key) ?? ''))
      .map(([key]) => `${language}: ${key} has other placeholders than en`);
    return [...missing, ...extra, ...empty, ...differing];
  });
}

function textsOf(catalogue: Catalogue, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]): readonly (readonly [string, string])[] =>
      typeof value === 'string' ? [[path + key, value]] : [...textsOf(value as Catalogue, `${path}${key}.`)],
    ),
  );
}

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)|<(\w+)>/g)].map(([, value, tag]) => value ?? `<${tag}>`))]
    .toSorted()
    .join();
}
