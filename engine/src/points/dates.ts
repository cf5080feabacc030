import type { Account } from '../account.ts';
import { membershipYear } from '../counters/windows.ts';
import { levelHeld } from '../ladders/standing.ts';
import type { Currency, LevelTest, Program } from '../program.ts';
import {
  addMonths,
  addToDay,
  civilDay,
  type Day,
  dayOf,
  daysInMonth,
  startOfMonth,
  startOfYear,
} from '../time/days.ts';

/** When points earned on a day become spendable and when they are gone, both at 00:00 of the day. */
export interface LotDates {
  readonly from: Day;
  readonly until?: Day;
}

export function lotDates(program: Program, account: Account, currency: Currency, key: string, earned: Day): LotDates {
  const pending = currency.pending?.({ market: account.market, day: earned });
  const until = expiryDay(program, account, currency, key, earned);
  return { from: pending ? addToDay(earned, pending) : earned, ...(until !== undefined && { until }) };
}

/** The day at whose 00:00 points earned on `earned` are gone; absent where they have no date of their own. */
export function expiryDay(
  program: Program,
  account: Account,
  currency: Currency,
  key: string,
  earned: Day,
): Day | undefined {
  const { expires } = currency;
  switch (expires.kind) {
    case 'never':
    case 'inactivity':
      return undefined;
    case 'after': {
      if (expires.unless && holdsLevel(program, account, expires.unless, key)) return undefined;
      const end = addToDay(earned, expires.after({ market: account.market, day: earned }));
      if (expires.endOf === 'month') return addMonths(startOfMonth(end), 1);
      if (expires.endOf === 'year') return addMonths(startOfYear(end), 12);
      return end;
    }
    case 'dates':
      return nextDate(expires.dates, earned);
    case 'membership_year':
      return membershipYear(earned, account.since).end;
  }
}

/** What inactivity does to a currency, alone or beside its other expiry. */
export function inactivityOf({ expires, inactive }: Currency): Currency['inactive'] {
  return expires.kind === 'inactivity' ? expires : inactive;
}

/** The day on which all points of the currency are gone if nothing counts as activity before. */
export function inactivityDay(program: Program, account: Account, currency: Currency, key: string): Day | undefined {
  const terms = inactivityOf(currency);
  const last = account.activity[key];
  if (terms === undefined || last === undefined) return undefined;
  if (terms.unless && holdsLevel(program, account, terms.unless, key)) return undefined;
  return addToDay(last, terms.after({ market: account.market, day: last }));
}

export function holdsLevel(program: Program, account: Account, test: LevelTest, key: string): boolean {
  const ladder = program.ladders.get(test.ladder);
  return ladder !== undefined && test.levels.has(levelHeld(account, ladder, key));
}

function nextDate(dates: readonly { readonly month: number; readonly dayOfMonth: number }[], after: Day): Day {
  const { year } = civilDay(after);
  const candidates = [year, year + 1].flatMap((inYear) =>
    dates.map(({ month, dayOfMonth }) =>
      dayOf({ year: inYear, month, dayOfMonth: Math.min(dayOfMonth, daysInMonth(inYear, month)) }),
    ),
  );
  return Math.min(...candidates.filter((day) => day > after));
}
