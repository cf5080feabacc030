import { z } from 'zod';
import { listWithOr } from '../../explain/formats.ts';
import type { LevelTest, Locale, Words } from '../../program.ts';
import { type Made, SECTIONS, type Section } from '../binding.ts';
import { leaf, listOf, Misread } from '../leaf.ts';
import { kindOfValue, scalarText } from '../numeral.ts';
import { type Speech, type SpeechProgram, Unbound } from '../unbound.ts';

type MadeOf<Part extends keyof Made> = Made[Part] extends Map<string, infer Value> ? Value : never;

/** A name of another part; bound, it is that part. Not bound when that part has problems of its own. */
export function reference<Part extends keyof Made>(section: Part) {
  return nameLeaf(
    section,
    (name, made) => made[section].get(name) as MadeOf<Part> | undefined,
    (part, { locale }) => nameIn((part as { readonly name: Words }).name, locale),
  );
}

/** A name of another part; bound, it stays a name: for parts that are made later. */
export function nameOf(section: keyof Made) {
  return nameLeaf(
    section,
    (name) => name,
    (name, speech) => sayName(section, name, speech),
  );
}

/** A name that is looked up together with another. */
export const plainName = leaf({ description: 'a name', field: 'text', type: 'string' }, readName);

/** A ladder, and a level of the ladder that is named beside it, as plain names. */
export const ladderName = leaf({ description: 'a name', field: 'name', of: 'ladders', type: 'string' }, readName);
export const levelOfLadder = leaf({ description: 'a name', field: 'name', of: 'levels', type: 'string' }, readName);

/** Levels of a ladder. */
export const levelTest = z.strictObject({ ladder: ladderName, levels: listOf(levelOfLadder) }).transform(
  ({ ladder, levels }) =>
    new Unbound<LevelTest>((binding) => {
      if (!binding.at('ladder').knows('ladders', ladder)) return undefined;
      const known = levels.map((level, index) => binding.at('levels', index).knowsLevel(ladder, level));
      return known.includes(false) ? undefined : { ladder, levels: new Set(levels) };
    }, sayLevels),
);

/** The levels as names: `Silver or Gold`. */
export function sayLevels({ ladder, levels }: LevelTest, { locale, program }: Speech): string {
  const names = [...levels].map((level) => levelName(program, ladder, level, locale));
  return listWithOr(names, locale);
}

export function levelName(
  program: Pick<SpeechProgram, 'ladders'>,
  ladder: string,
  level: string,
  locale: Locale,
): string {
  const found = program.ladders.get(ladder)?.levels.find(({ id }) => id === level);
  return nameIn(found?.name ?? {}, locale);
}

/** A text in a language; where the program does not have it, in the first that it has. */
export function nameIn(words: Words, locale: Locale): string {
  return words[locale] ?? Object.values(words)[0] ?? '';
}

function nameLeaf<T>(
  section: Section,
  find: (name: string, made: Made) => T | undefined,
  say: (value: T, speech: Speech) => string,
) {
  const schema = { description: `the name of a ${SECTIONS[section]}`, field: 'name', of: section, type: 'string' };
  return leaf(schema, (written) => {
    const name = readName(written);
    if (name instanceof Misread) return name;
    return new Unbound<T>(
      (binding) => (binding.knows(section, name) ? find(name, binding.reading.made) : undefined),
      say,
    );
  });
}

function sayName(section: keyof Made, name: string, { program, locale }: Speech): string {
  const part = program[section].get(name);
  if (part === undefined) return '';
  if (section !== 'currencies') return nameIn((part as { readonly name: Words }).name, locale);
  const { name: counted } = part as { readonly name: Readonly<Partial<Record<Locale, { readonly other: string }>>> };
  return (counted[locale] ?? Object.values(counted)[0])?.other ?? '';
}

function readName(written: unknown): string | Misread {
  const name = scalarText(written);
  return name ?? new Misread('wrong_kind', `Expected a name, found ${kindOfValue(written)}.`);
}
