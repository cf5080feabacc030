import type { Account } from '../account.ts';
import { windowEnd } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import type { Ladder, Program } from '../program.ts';
import { addMonths, addToDay, civilDay, type Day, startOfMonth, startOfYear } from '../time/days.ts';
import { dayAt, type Instant, startOfDay } from '../time/zones.ts';
import { changeLevel } from './change-level.ts';
import { ladderKeys } from './evaluate.ts';
import { cardIndex, counterKeyOf, counterOf, keptCount, keptUntil, qualifiedIndex } from './qualify.ts';
import { indexOfLevel, levelAt, levelHeld } from './standing.ts';

/** What falls due on today's date: reviews, ends of keeping, years of membership, time away. */
export function reviewLadders(draft: Draft): void {
  for (const ladder of draft.program.ladders.values()) {
    for (const key of ladderKeys(draft.account, ladder)) {
      const to = reviewed(draft.program, draft.account, ladder, key, draft.today);
      const held = indexOfLevel(ladder, levelHeld(draft.account, ladder, key));
      if (to === undefined) continue;
      if (to !== held) {
        const reason = ladder.by.kind === 'counter' ? 'review' : 'time';
        changeLevel(draft, { ladder, key, to, reason, day: periodDay(ladder, draft.account, draft.today) });
      } else if (endsKeeping(ladder, draft.account, key, draft.today)) keepOn(draft, ladder, key);
    }
  }
}

/** The level after a review on a day; `undefined` where nothing is reviewed that day. */
function reviewed(program: Program, account: Account, ladder: Ladder, key: string, day: Day): number | undefined {
  const held = indexOfLevel(ladder, levelHeld(account, ladder, key));
  const qualified = () => qualifiedIndex(program, account, ladder, key, day);
  if (ladder.by.kind !== 'counter') {
    const now = qualified();
    return now === held ? undefined : now;
  }
  if (ladder.up === 'period_end') {
    const counter = counterOf(program, ladder);
    if (counter && windowEnd(counter.window, day - 1, account.since) === day) {
      const reached = qualifiedIndex(program, account, ladder, key, day - 1);
      if (reached > held) return reached;
    }
  }
  if (held === 0) return undefined;
  if (endsKeeping(ladder, account, key, day)) {
    const keeps =
      ladder.keptBy?.since === 'reached'
        ? cardIndex(account, ladder, key) >= held ||
          keptCount(program, account, ladder, key, day - 1) >= levelAt(ladder, held).at({ market: account.market, day })
        : qualified() >= held;
    if (keeps) return held;
    const before = qualifiedIndex(program, account, ladder, key, periodDay(ladder, account, day));
    return fallen(ladder, held, Math.max(qualified(), before));
  }
  // What a version has kept for everyone stands until its day, whatever the reviews find before.
  const until = account.ladders[key]?.until;
  if (!isReviewDay(ladder, day) || ladder.keeps || (until !== undefined && day < until)) return undefined;
  const now = qualified();
  return now < held ? fallen(ladder, held, now) : undefined;
}

/** A level that falls when a year ends is what that year gave, for as long as that year gives it; otherwise today's. */
function periodDay(ladder: Ladder, account: Account, day: Day): Day {
  if (ladder.by.kind !== 'counter' || !ladder.keeps || ladder.keeps.kind === 'for') return day;
  const until = keptUntil(ladder, account, day - 1);
  return until !== undefined && until > day ? day - 1 : day;
}

function fallen(ladder: Ladder, held: number, qualified: number): number {
  if (ladder.falls === 'never') return held;
  return ladder.falls === 'one_step' ? Math.max(held - 1, qualified) : Math.min(held, qualified);
}

function keepOn(draft: Draft, ladder: Ladder, key: string): void {
  const standing = draft.account.ladders[key];
  if (!standing?.until || !ladder.keeps) return;
  const until = nextKeeping(ladder, standing.until);
  const keptFrom = ladder.keptBy?.since === 'reached' ? { keptFrom: { day: standing.until, baseline: 0 } } : {};
  post(draft, { fact: 'level_kept', v: 1, ladder: key, level: standing.level, until, ...keptFrom });
}

function nextKeeping(ladder: Ladder, until: Day): Day {
  return ladder.keeps?.kind === 'for' ? addToDay(until, ladder.keeps.length) : addMonths(until, 12);
}

function endsKeeping(ladder: Ladder, account: Account, key: string, day: Day): boolean {
  return keepingEnds(ladder, account, key) === day;
}

function keepingEnds(ladder: Ladder, account: Account, key: string): Day | undefined {
  const until = account.ladders[key]?.until;
  if (until === undefined) return undefined;
  return ladder.grace ? addToDay(until, ladder.grace) : until;
}

function isReviewDay(ladder: Ladder, day: Day): boolean {
  if (ladder.review === 'first_of_month') return civilDay(day).dayOfMonth === 1;
  return ladder.review === 'first_of_year' && startOfYear(day) === day;
}

/** The next instant after `after` at which time alone may change a level; behind `until` nothing is looked for. */
export function nextReview(
  program: Program,
  account: Account,
  zone: string,
  { after, until }: { readonly after: Instant; readonly until: Instant },
): Instant | undefined {
  const first = dayAt(zone, after) + 1;
  const last = until === Number.POSITIVE_INFINITY ? until : dayAt(zone, until);
  let earliest: Day | undefined;
  for (const ladder of program.ladders.values()) {
    for (const key of ladderKeys(account, ladder)) {
      const day = nextReviewDay(program, account, ladder, key, { first, last });
      if (day !== undefined && (earliest === undefined || day < earliest)) earliest = day;
    }
  }
  return earliest === undefined ? undefined : startOfDay(zone, earliest);
}

/** The first day from `first` on which time alone may change the level; absent: none, or none up to `last`. */
export function nextReviewDay(
  program: Program,
  account: Account,
  ladder: Ladder,
  key: string,
  { first, last = Number.POSITIVE_INFINITY }: { readonly first: Day; readonly last?: Day },
): Day | undefined {
  const days: Day[] = [];
  const ends = keepingEnds(ladder, account, key);
  if (ends !== undefined && ends >= first) days.push(ends);
  const start = ladder.by.kind === 'tenure' ? account.since : account.activity[key];
  if (ladder.by.kind !== 'counter' && start !== undefined) {
    days.push(
      ...ladder.levels.flatMap(({ after }) => (after ? [addToDay(start, after)] : [])).filter((day) => day >= first),
    );
  }
  const counter = counterOf(program, ladder);
  if (counter && ladder.up === 'period_end' && account.counters[counterKeyOf(counter, key)]) {
    days.push(windowEnd(counter.window, first - 1, account.since));
  }
  const monthly = nextFall(program, account, ladder, key, { first, last });
  if (monthly !== undefined) days.push(monthly);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** The first review day on which the level would fall if nothing more happened. */
function nextFall(
  program: Program,
  account: Account,
  ladder: Ladder,
  key: string,
  { first, last }: { readonly first: Day; readonly last: Day },
): Day | undefined {
  if (ladder.keeps || (ladder.review !== 'first_of_month' && ladder.review !== 'first_of_year')) return undefined;
  if (indexOfLevel(ladder, levelHeld(account, ladder, key)) <= 0 || ladder.falls === 'never') return undefined;
  const step = ladder.review === 'first_of_month' ? 1 : 12;
  const begin = step === 1 ? startOfMonth(first) : startOfYear(first);
  let day = begin < first ? addMonths(begin, step) : begin;
  // A window forgets within its own length; a window without end never does.
  for (let looked = 0; looked < 480 / step && day <= last; looked += 1) {
    if (reviewed(program, account, ladder, key, day) !== undefined) return day;
    day = addMonths(day, step);
  }
  return undefined;
}
