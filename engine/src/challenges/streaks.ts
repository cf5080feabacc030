import type { Account } from '../account.ts';
import { counterSum } from '../counters/counter-sum.ts';
import { windowEnd, windowStart } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import type { Challenge, Program } from '../program.ts';
import { ownerOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';

/** A row of one is none: nobody is told that it has ended. */
const LEAST_TOLD = 2;

/** Rows that were not gone on with in the period that has just ended. */
export function endStreaks(draft: Draft): void {
  const { program, account, today } = draft;
  for (const streak of streaksOf(program, account)) {
    const { counter, key, of } = streak;
    if (windowStart({ kind: of }, today, account.since) !== today) continue;
    const missed = windowStart({ kind: of }, today - 1, account.since);
    // Just before the missed period the row stood; in it nothing was added.
    const length = counterSum(account, counter, key, missed - 1);
    if (length >= LEAST_TOLD && counterSum(account, counter, key, missed) === length) {
      post(draft, { fact: 'streak_ended', v: 1, counter: key, length, day: today });
    }
  }
}

/** The first day after today on which a row ends that is not gone on with. */
export function nextStreakEnd(program: Program, account: Account, today: Day): Day | undefined {
  const days = streaksOf(program, account).flatMap(({ counter, key, of }) => {
    const start = windowStart({ kind: of }, today, account.since);
    const before = counterSum(account, counter, key, start - 1);
    const now = counterSum(account, counter, key, today);
    const end = windowEnd({ kind: of }, today, account.since);
    if (now > before) return now >= LEAST_TOLD ? [windowEnd({ kind: of }, end, account.since)] : [];
    return before >= LEAST_TOLD && isAlive(account, { counter, key, of }, start) ? [end] : [];
  });
  return days.length === 0 ? undefined : Math.min(...days);
}

interface Streak {
  readonly counter: Parameters<typeof counterSum>[1];
  readonly key: string;
  readonly of: NonNullable<Challenge['streak']>['of'];
}

/** The row reached the period before the one that begins on a day. */
function isAlive(account: Account, { counter, key, of }: Streak, start: Day): boolean {
  const last = windowStart({ kind: of }, start - 1, account.since);
  return counterSum(account, counter, key, start - 1) > counterSum(account, counter, key, last - 1);
}

/** Rows of a program for everybody who has begun one. */
function streaksOf({ challenges, counters }: Program, account: Account): readonly Streak[] {
  return [...challenges.values()].flatMap(({ streak, counter: id, steps }) => {
    const counter = counters.get(id);
    const first = steps[0]?.counter;
    if (!streak || !counter || first === undefined) return [];
    const begun = Object.keys(account.counters).filter((key) => key === first || key.startsWith(`${first}@`));
    return begun.map((key) => ({ counter, key: `${id}${ownerOfKey(key)}`, of: streak.of }));
  });
}
