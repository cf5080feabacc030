import type { Account } from '../account.ts';
import { assert } from '../assert.ts';
import { counterSum } from '../counters/counter-sum.ts';
import { sumBetween } from '../counters/days.ts';
import { membershipYear, windowStart } from '../counters/windows.ts';
import type { Counter, Ladder, Program } from '../program.ts';
import { ownerOfKey } from '../scopes.ts';
import { addMonths, addToDay, civilDay, type Day, startOfYear } from '../time/days.ts';
import { dayAt } from '../time/zones.ts';
import { indexOfLevel, levelAt } from './standing.ts';

export function counterOf(program: Program, ladder: Ladder): Counter | undefined {
  if (ladder.by.kind !== 'counter') return undefined;
  const counter = program.counters.get(ladder.by.counter);
  assert(counter, 'the counter of a ladder exists');
  return counter;
}

/** Key of the counter that belongs to the owner of a ladder key. */
export function counterKeyOf(counter: Counter, ladderKey: string): string {
  return counter.per === 'account' ? counter.id : `${counter.id}${ownerOfKey(ladderKey)}`;
}

/** Index of the highest level that the account meets on a day: by its threshold (`>=`), or by a card that it holds. */
export function qualifiedIndex(program: Program, account: Account, ladder: Ladder, key: string, day: Day): number {
  return Math.max(metIndex(program, account, ladder, key, day), cardIndex(account, ladder, key));
}

/** The level that a kind of card gives to whoever holds it, for as long as it is held. */
export function cardIndex({ members }: Pick<Account, 'members'>, ladder: Ladder, key: string): number {
  if (ladder.waysIn.length === 0) return 0;
  const owner = ownerOfKey(key);
  const holders = Object.entries(members).filter(
    ([member, { cards }]) =>
      owner === '' || owner === `@member:${member}` || cards.some((card) => owner === `@card:${card}`),
  );
  const held = new Set(holders.flatMap(([, { cardKinds }]) => cardKinds));
  return Math.max(
    0,
    ...ladder.waysIn.map(({ cardKind, level }) => (held.has(cardKind) ? indexOfLevel(ladder, level) : 0)),
  );
}

function metIndex(program: Program, account: Account, ladder: Ladder, key: string, day: Day): number {
  const counter = counterOf(program, ladder);
  if (counter) {
    return highest(ladder, (index) => {
      const level = levelAt(ladder, index);
      const own = program.counters.get(level.counter ?? '') ?? counter;
      return level.at({ market: account.market, day }) <= counterSum(account, own, counterKeyOf(own, key), day);
    });
  }
  const start = ladder.by.kind === 'tenure' ? account.since : account.activity[key];
  if (start === undefined) return 0;
  const isMet = (index: number) => {
    const { after } = levelAt(ladder, index);
    return after === undefined || addToDay(start, after) <= day;
  };
  // By time away the level for staying away longest stands first, and the longest time that has passed counts.
  return ladder.by.kind === 'tenure'
    ? highest(ladder, isMet)
    : Math.max(
        0,
        ladder.levels.findIndex((_, index) => isMet(index)),
      );
}

function highest(ladder: Ladder, met: (index: number) => boolean): number {
  for (let index = ladder.levels.length - 1; index > 0; index -= 1) if (met(index)) return index;
  return 0;
}

/** The day at whose 00:00 the keeping of a level reached on `reached` ends; absent where only reviews end it. */
export function keptUntil(ladder: Ladder, account: Account, reached: Day): Day | undefined {
  const { keeps } = ladder;
  switch (keeps?.kind) {
    case undefined:
      return undefined;
    case 'for':
      return addToDay(reached, keeps.length);
    case 'calendar_years':
      return addMonths(startOfYear(reached), 12 * (1 + keeps.more));
    case 'membership_years': {
      const anchor = civilDay(account.since).dayOfMonth;
      return addMonths(membershipYear(reached, account.since).end, 12 * keeps.more, anchor);
    }
  }
}

/** What was counted towards keeping a level since it was reached or last kept. */
export function keptCount(program: Program, account: Account, ladder: Ladder, key: string, through: Day): number {
  const counter = counterOf(program, ladder);
  const from = account.ladders[key]?.keptFrom;
  if (!counter || !from) return 0;
  return sumBetween(account.counters[counterKeyOf(counter, key)] ?? [], from.day, through) - from.baseline;
}

/** Where counting for keeping begins when a level is reached on a day: what that day had counted already is left out. */
export function keptFromOn(
  program: Program,
  account: Account,
  ladder: Ladder,
  key: string,
  day: Day,
): { readonly day: Day; readonly baseline: number } | undefined {
  const counter = counterOf(program, ladder);
  if (!counter || ladder.keptBy?.since !== 'reached') return undefined;
  return { day, baseline: sumBetween(account.counters[counterKeyOf(counter, key)] ?? [], day, day) };
}

/** The level held when the window around a day began: what a return inside the window falls back to at most. */
export function indexAtWindowStart(
  program: Program,
  account: Account,
  ladder: Ladder,
  key: string,
  day: Day,
  zone: string,
): number {
  const counter = counterOf(program, ladder);
  const standing = account.ladders[key];
  if (!counter || !standing) return 0;
  const start = windowStart(counter.window, day, account.since);
  const held = standing.history.findLast((entry) => dayAt(zone, entry.from) < start);
  return held ? Math.max(0, indexOfLevel(ladder, held.level)) : 0;
}
