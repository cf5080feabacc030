import { z } from 'zod';
import type { Counter, Ladder, Level, Setting } from '../../program.ts';
import { addToDay, type Day } from '../../time/days.ts';
import type { Binding } from '../binding.ts';
import { unitOfCounter } from '../counter-unit.ts';
import { leaf, listOf } from '../leaf.ts';
import { amountFromZero } from '../leaves/amounts.ts';
import { scope } from '../leaves/choices.ts';
import { duration, durationFromZero } from '../leaves/dates.ts';
import { readWhole } from '../leaves/numbers.ts';
import { levelOfLadder, reference } from '../leaves/references.ts';
import { identifier, text } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';

const years = leaf({ description: 'a whole number of years', field: 'whole', type: 'integer', minimum: 0 }, (written) =>
  readWhole(written, 0),
);

const levelShape = z.strictObject({
  id: identifier,
  name: words,
  at: amountFromZero.optional(),
  after: durationFromZero.optional(),
  counter: reference('counters').optional(),
});

export const ladderShape = z.strictObject({
  name: words,
  per: scope.optional(),
  by: z.union([z.enum(['tenure', 'away']), z.strictObject({ counter: reference('counters') })]),
  levels: listOf(levelShape),
  up: z.enum(['at_once', 'period_end']).optional(),
  keeps: z
    .union([duration, z.strictObject({ calendarYears: years }), z.strictObject({ membershipYears: years })])
    .optional(),
  keptBy: z.enum(['reached', 'window']).optional(),
  review: z.enum(['first_of_month', 'first_of_year', 'end_of_keeping', 'never']),
  falls: z.enum(['to_qualified', 'one_step', 'never']),
  grace: duration.optional(),
  returns: z.enum(['keep', 'lower']),
  waysIn: listOf(z.strictObject({ card: text, level: levelOfLadder })).optional(),
});

type WrittenLadder = Bound<z.output<typeof ladderShape>>;

export function makeLadder(id: string, written: WrittenLadder, binding: Binding): Ladder | undefined {
  const by = written.by;
  const counter = typeof by === 'string' ? undefined : by.counter;
  const levels = written.levels.map((level, index) => makeLevel(level, counter, binding.at('levels', index)));
  const ways = (written.waysIn ?? []).map(({ level }, index) =>
    binding.at('waysIn', index, 'level').knowsLevel(id, level),
  );
  const isDistinct = haveOwnIds(written.levels, binding);
  const made = levels.filter((level) => level !== undefined);
  const isKept = keepsItsPromise(written, binding);
  if (made.length < levels.length || ways.includes(false) || !isKept || !isDistinct) return undefined;
  if (!areInOrder(made, written, binding)) return undefined;
  return {
    id,
    name: written.name,
    per: written.per ?? 'account',
    by: typeof by === 'string' ? { kind: by } : { kind: 'counter', counter: by.counter.id },
    levels: made,
    up: written.up ?? 'at_once',
    keeps: makeKeeping(written.keeps),
    keptBy: written.keptBy === undefined ? undefined : { since: written.keptBy },
    review: written.review,
    falls: written.falls,
    grace: written.grace,
    returns: written.returns,
    waysIn: (written.waysIn ?? []).map(({ card, level }) => ({ cardKind: card, level })),
  };
}

function makeLevel(
  { id, name, at, after, counter: own }: WrittenLadder['levels'][number],
  ladderCounter: Counter | undefined,
  binding: Binding,
): Level | undefined {
  const counter = own ?? ladderCounter;
  if (own && ladderCounter === undefined) {
    const message = '"counter" is not for a level of a ladder by time.';
    binding.at('counter').reportAtKey('unknown_word', message);
    return undefined;
  }
  const wanted = counter === undefined ? 'after' : 'at';
  const unwanted = counter === undefined ? 'at' : 'after';
  if ((counter === undefined ? at : after) !== undefined) {
    const message = `"${unwanted}" is not for a ladder by ${counter === undefined ? 'time' : 'a counter'}.`;
    binding.at(unwanted).reportAtKey('unknown_word', message, `Did you mean "${wanted}"?`);
    return undefined;
  }
  if (counter === undefined) {
    if (after !== undefined) return { id, name, at: NOTHING, after };
  } else if (at !== undefined) {
    const setting = at.in(unitOfCounter(counter, binding.reading.made.currencies));
    return setting === undefined ? undefined : { id, name, at: setting, after: undefined, counter: own?.id };
  }
  binding.report('missing_word', `The level "${id}" does not say "${wanted}" what it begins.`);
  return undefined;
}

const NOTHING: Setting<number> = Object.assign(() => 0, { pieces: [{ value: 0 }] });

function makeKeeping(keeps: WrittenLadder['keeps']): Ladder['keeps'] {
  if (keeps === undefined) return undefined;
  if ('calendarYears' in keeps) return { kind: 'calendar_years', more: keeps.calendarYears };
  if ('membershipYears' in keeps) return { kind: 'membership_years', more: keeps.membershipYears };
  return { kind: 'for', length: keeps };
}

function haveOwnIds(levels: WrittenLadder['levels'], binding: Binding): boolean {
  const index = levels.findIndex(({ id }, place) => levels.findIndex((level) => level.id === id) < place);
  if (index < 0) return true;
  binding.at('levels', index, 'id').report('duplicate', `There is another level "${levels[index]?.id}".`);
  return false;
}

/** A review at the end of keeping needs a keeping. */
function keepsItsPromise({ review, keeps }: WrittenLadder, binding: Binding): boolean {
  if (review !== 'end_of_keeping' || keeps !== undefined) return true;
  const remedy = 'Say for how long with "keeps", as keeps: P12M.';
  binding
    .at('review')
    .report(
      'missing_word',
      'The level is reviewed at the end of keeping, but nothing says how long it is kept.',
      remedy,
    );
  return false;
}

function areInOrder(levels: readonly Level[], { by }: WrittenLadder, binding: Binding): boolean {
  if (typeof by === 'string') return areTimesInOrder(levels, by, binding);
  for (const market of binding.markets) {
    for (const day of daysOfChange(levels)) {
      // Levels of another counter have an order of their own.
      const at = levels.map((level) => level.at({ market: market.id, day }));
      if (at[0] !== 0) {
        const message = 'The first level of a ladder begins at 0, so that everyone has a level.';
        binding.at('levels', 0, 'at').report('first_threshold', message);
        return false;
      }
      const index = at.findIndex((value, place) => {
        const isSame = levels[place]?.counter === levels[place - 1]?.counter;
        return place > 0 && isSame && value <= (at[place - 1] ?? 0);
      });
      if (index > 0) return outOfOrder(index, 'at', 'more', binding);
    }
  }
  return true;
}

/** Longer and longer for tenure; shorter and shorter for time away, where the last level is that of who stays. */
function areTimesInOrder(levels: readonly Level[], by: 'tenure' | 'away', binding: Binding): boolean {
  const lengths = levels.map(({ after }) => (after === undefined ? 0 : addToDay(0, after)));
  const ordered = by === 'tenure' ? lengths : lengths.toReversed();
  const first = by === 'tenure' ? 0 : levels.length - 1;
  if (ordered[0] !== 0) {
    const message = 'One level begins at once, after P0D, so that everyone has a level.';
    binding.at('levels', first, 'after').report('first_threshold', message);
    return false;
  }
  const index = lengths.findIndex((length, place) => {
    const before = lengths[place - 1];
    return before !== undefined && (by === 'tenure' ? length <= before : length >= before);
  });
  return index < 0 || outOfOrder(index, 'after', by === 'tenure' ? 'more' : 'less', binding);
}

function outOfOrder(index: number, word: string, comparison: string, binding: Binding): false {
  const message = `Each level begins at ${comparison} than the one before it.`;
  binding.at('levels', index, word).report('thresholds_out_of_order', message);
  return false;
}

function daysOfChange(levels: readonly Level[]): ReadonlySet<Day> {
  const days = levels.flatMap(({ at }) => (at.pieces ?? []).map(({ from }) => from ?? Number.MIN_SAFE_INTEGER));
  return new Set(days);
}
