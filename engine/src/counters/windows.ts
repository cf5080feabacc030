import type { CounterDay } from '../account.ts';
import type { Window } from '../program.ts';
import {
  addMonths,
  addToDay,
  civilDay,
  type Day,
  dayOf,
  startOfMonth,
  startOfYear,
  subtractFromDay,
  weekday,
} from '../time/days.ts';
import { sumBetween } from './days.ts';

export const BEGINNING = -4_000_000;
export const END = 4_000_000;

/** First day of the window that contains `day`. A rolling window of twelve months begins on the same date twelve months earlier. */
export function windowStart(window: Window, day: Day, since: Day): Day {
  switch (window.kind) {
    case 'rolling':
      return subtractFromDay(day, window.length);
    case 'day':
      return day;
    case 'week':
      return day - weekday(day) + 1;
    case 'month':
      return startOfMonth(day);
    case 'quarter': {
      const { year, month } = civilDay(day);
      return dayOf({ year, month: month - ((month - 1) % 3), dayOfMonth: 1 });
    }
    case 'calendar_year':
      return startOfYear(day);
    case 'membership_year':
      return membershipYear(day, since).start;
    case 'forever':
      return BEGINNING;
  }
}

/** First day after the window that contains `day`; for a rolling window the day on which `day` itself has left it. */
export function windowEnd(window: Window, day: Day, since: Day): Day {
  switch (window.kind) {
    case 'rolling':
      return addToDay(day, window.length) + 1;
    case 'day':
      return day + 1;
    case 'week':
      return day - weekday(day) + 8;
    case 'month':
      return addMonths(startOfMonth(day), 1);
    case 'quarter':
      return addMonths(windowStart(window, day, since), 3);
    case 'calendar_year':
      return addMonths(startOfYear(day), 12);
    case 'membership_year':
      return membershipYear(day, since).end;
    case 'forever':
      return END;
  }
}

/** The membership year around a day: from the date of joining to the day before that date a year on (29 February: 28th). */
export function membershipYear(day: Day, since: Day): { readonly start: Day; readonly end: Day } {
  const anchor = civilDay(since).dayOfMonth;
  let years = civilDay(day).year - civilDay(since).year;
  if (addMonths(since, years * 12, anchor) > day) years -= 1;
  return { start: addMonths(since, years * 12, anchor), end: addMonths(since, (years + 1) * 12, anchor) };
}

/** A rolling window ends with the day itself; of a calendar window all days count, those after a late event's too. */
export function sumInWindow(days: readonly CounterDay[], window: Window, day: Day, since: Day): number {
  const last = window.kind === 'rolling' ? day : windowEnd(window, day, since) - 1;
  return sumBetween(days, windowStart(window, day, since), last);
}
