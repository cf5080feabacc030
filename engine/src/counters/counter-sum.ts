import type { Account } from '../account.ts';
import type { Counter } from '../program.ts';
import { ownerOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { sumBetween } from './days.ts';
import { BEGINNING, END, windowEnd, windowStart } from './windows.ts';

type Counted = Pick<Account, 'counters' | 'since' | 'market' | 'offers'>;
type Rounds = Extract<Counter['counts'], { kind: 'rounds' }>;

/** Days that a counter looks at on a day: `start` first, `end` the first that it no longer sees. */
export interface CountedDays {
  readonly start: Day;
  readonly end: Day;
}

/** A counter's sum in the window that contains `day`. */
export function counterSum(account: Counted, counter: Counter, key: string, day: Day): number {
  const { counts } = counter;
  if (counts.kind === 'rounds') {
    return counts.streak === undefined
      ? roundsDone(account, counts, key, day)
      : runOn(account, counts, key, day).length;
  }
  const days = account.counters[key];
  if (days === undefined) return 0;
  const { start, end } = counterDays(account, counter, key, day);
  // A rolling window ends with the day itself; of a fixed one all days count, those after a late event's too.
  return sumBetween(days, start, counter.window.kind === 'rolling' ? day : end - 1);
}

/** The window of a counter around a day: for an offer what it is open for, for a streak its run. */
export function counterDays(account: Counted, counter: Counter, key: string, day: Day): CountedDays {
  const { counts, of, window } = counter;
  if (of && 'offer' in of) return openDays(account, of.offer, key, day);
  if (counts.kind === 'rounds' && counts.streak !== undefined) {
    return { start: runOn(account, counts, key, day).start, end: END };
  }
  return { start: windowStart(window, day, account.since), end: windowEnd(window, day, account.since) };
}

/** The opening that a day lies in or comes after; an offer that nobody opens is one opening. */
export function openDays({ offers }: Counted, offer: string, key: string, day: Day): CountedDays {
  const openings = offers?.[`${offer}${ownerOfKey(key)}`] ?? [];
  const index = openings.findLastIndex(({ from }) => from <= day);
  const opening = openings[index];
  if (!opening) return { start: BEGINNING, end: openings[0]?.from ?? END };
  return { start: opening.from, end: Math.min(opening.until ?? END, openings[index + 1]?.from ?? END) };
}

/** How often all steps are done: as often as the one done least. */
function roundsDone(account: Counted, { steps }: Rounds, key: string, day: Day): number {
  const owner = ownerOfKey(key);
  const done = steps.map(({ counter, amount }) =>
    Math.floor(counterSum(account, counter, `${counter.id}${owner}`, day) / amount({ market: account.market, day })),
  );
  return Math.max(0, Math.min(...done));
}

/** Periods in a row that end with the one of a day, which counts once it is done itself. */
function runOn(
  account: Counted,
  counts: Rounds,
  key: string,
  day: Day,
): { readonly length: number; readonly start: Day } {
  const kind = counts.streak ?? 'week';
  let start = windowStart({ kind }, day, account.since);
  let length = isMet(account, counts, key, start) ? 1 : 0;
  let first = start;
  for (;;) {
    start = windowStart({ kind }, start - 1, account.since);
    if (!isMet(account, counts, key, start)) return { length, start: first };
    first = start;
    length += 1;
  }
}

/** Whether all steps are done in the period that a day begins. */
function isMet(account: Counted, { steps, streak = 'week' }: Rounds, key: string, start: Day): boolean {
  const owner = ownerOfKey(key);
  const end = windowEnd({ kind: streak }, start, account.since);
  return steps.every(
    ({ counter, amount }) =>
      sumBetween(account.counters[`${counter.id}${owner}`] ?? [], start, end - 1) >=
      amount({ market: account.market, day: start }),
  );
}
