import type { Account, Balance } from '../account.ts';
import { counterSum } from '../counters/counter-sum.ts';
import { balanceOn, marketOf, versionAt } from '../draft.ts';
import { ladderKeys } from '../ladders/evaluate.ts';
import { counterKeyOf, counterOf, keptCount } from '../ladders/qualify.ts';
import { nextReviewDay } from '../ladders/review.ts';
import { indexOfLevel, levelAt, levelHeld } from '../ladders/standing.ts';
import { inactivityDay } from '../points/dates.ts';
import { byExpiryThenAge } from '../points/lots.ts';
import type { Ladder, Market, Program, Programs } from '../program.ts';
import { nameOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { dayAt, type Instant } from '../time/zones.ts';

/** Views read an account that has been advanced to `at`. */
interface Seen {
  readonly program: Program;
  readonly market: Market;
  readonly today: Day;
}

/** By currency key. Every currency of the program that is held per account is there. */
export function balancesAt(programs: Programs, account: Account, at: Instant): Readonly<Record<string, Balance>> {
  const { program, today } = seen(programs, account, at);
  const keys = new Set<string>();
  for (const { id, per } of program.currencies.values()) if (per === 'account') keys.add(id);
  for (const { currency } of account.lots) keys.add(currency);
  for (const { currency } of Object.values(account.holds)) keys.add(currency);
  for (const currency of Object.keys(account.debts)) keys.add(currency);
  return Object.fromEntries([...keys].map((key) => [key, balanceOn(account, key, today)]));
}

export interface LotView {
  readonly lot: string;
  readonly currency: string;
  readonly amount: number;
  readonly state: 'available' | 'pending';
  /** Spendable from 00:00 of this day. */
  readonly from: Day;
  /** Gone at 00:00 of this day. */
  readonly until?: Day;
  readonly earned: Day;
}

/** In spending order. */
export function lotsAt(programs: Programs, account: Account, at: Instant): readonly LotView[] {
  const { program, today } = seen(programs, account, at);
  return account.lots.toSorted(byExpiryThenAge).map((lot) => {
    const currency = program.currencies.get(nameOfKey(lot.currency));
    const idle = currency && inactivityDay(program, account, currency, lot.currency);
    const until = lot.until === undefined || (idle !== undefined && idle < lot.until) ? idle : lot.until;
    return {
      lot: lot.id,
      currency: lot.currency,
      amount: lot.left,
      state: lot.from <= today ? 'available' : 'pending',
      from: lot.from,
      ...(until !== undefined && { until }),
      earned: lot.earned,
    };
  });
}

export interface StandingView {
  /** Ladder key. */
  readonly ladder: string;
  readonly level: string;
  /** Absent for a level that nobody had to reach. */
  readonly since?: Instant;
  /** Kept until 00:00 of this day. */
  readonly until?: Day;
  /** Counter's sum now, for a ladder by counter. */
  readonly counted?: number;
  /** The next level up and what is missing for it, in the counter's unit. */
  readonly next?: { readonly level: string; readonly at: number; readonly missing: number };
  /** What is missing to keep the present level when it is next looked at, and when that is. */
  readonly keep?: { readonly missing: number; readonly by: Day };
}

export function standingsAt(programs: Programs, account: Account, at: Instant): readonly StandingView[] {
  const view = seen(programs, account, at);
  return [...view.program.ladders.values()].flatMap((ladder) =>
    ladderKeys(account, ladder).map((key) => standingOf(view, account, ladder, key)),
  );
}

export interface CounterView {
  /** Counter key. */
  readonly counter: string;
  /** In the counter's unit, within its window. */
  readonly sum: number;
}

/** Counters of the program that are held per account, and every other that has counted something. */
export function countersAt(programs: Programs, account: Account, at: Instant): readonly CounterView[] {
  const { program, today } = seen(programs, account, at);
  const own = [...program.counters.values()].flatMap(({ id, per }) => (per === 'account' ? [id] : []));
  return [...new Set([...own, ...Object.keys(account.counters)])].flatMap((key) => {
    const counter = program.counters.get(nameOfKey(key));
    return counter && !counter.of ? [{ counter: key, sum: counterSum(account, counter, key, today) }] : [];
  });
}

function standingOf({ program, market, today }: Seen, account: Account, ladder: Ladder, key: string): StandingView {
  const standing = account.ladders[key];
  const level = levelHeld(account, ladder, key);
  const index = indexOfLevel(ladder, level);
  const counter = counterOf(program, ladder);
  const counted = counter && counterSum(account, counter, counterKeyOf(counter, key), today);
  const where = { market: market.id, day: today };
  const above = ladder.levels[index + 1];
  const next = above?.at(where) ?? 0;
  const towardsNext = above?.counter === undefined ? counted : countedFor(program, account, above.counter, key, today);
  const reviewed = index > 0 ? nextReviewDay(program, account, ladder, key, { first: today + 1 }) : undefined;
  const towards = ladder.keptBy?.since === 'reached' ? keptCount(program, account, ladder, key, today) : (counted ?? 0);
  const by = standing?.until ?? reviewed;
  return {
    ladder: key,
    level,
    ...(standing && { since: standing.since }),
    ...(standing?.until !== undefined && { until: standing.until }),
    ...(counted !== undefined && { counted }),
    ...(towardsNext !== undefined &&
      above && { next: { level: above.id, at: next, missing: Math.max(0, next - towardsNext) } }),
    ...(counter &&
      index > 0 &&
      by !== undefined && { keep: { missing: Math.max(0, levelAt(ladder, index).at(where) - towards), by } }),
  };
}

/** What a level's own counter has counted. */
function countedFor(program: Program, account: Account, id: string, key: string, day: Day): number | undefined {
  const counter = program.counters.get(id);
  return counter && counterSum(account, counter, counterKeyOf(counter, key), day);
}

function seen(programs: Programs, account: Account, at: Instant): Seen {
  const { program } = versionAt(programs, at);
  const market = marketOf(program, account.market);
  return { program, market, today: dayAt(market.zone, at) };
}
