import { type Locale, type Program, tellParts } from '@trofast/engine';

const told = new WeakMap<Program, Map<Locale, ReadonlyMap<string, string>>>();

/** What the program says of a reward: made once for each version and language, because it is asked for at every look. */
export function termsOfReward(program: Program, reward: string, locale: Locale): string {
  const known = told.get(program) ?? new Map<Locale, ReadonlyMap<string, string>>();
  told.set(program, known);
  const terms = known.get(locale) ?? allTerms(program, locale);
  known.set(locale, terms);
  return terms.get(reward) ?? '';
}

function allTerms(program: Program, locale: Locale): ReadonlyMap<string, string> {
  const parts = tellParts(program, locale).flatMap((section) => section.parts);
  return new Map(
    parts.flatMap(({ path, id, paragraphs }) =>
      path?.[0] === 'rewards' && id !== undefined ? [[id, paragraphs.join(' ')]] : [],
    ),
  );
}
