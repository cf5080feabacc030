import type { YearlyDate } from '../account.ts';
import {
  addMonths,
  civilDay,
  type Day,
  type Duration,
  dayOf,
  daysInMonth,
  startOfMonth,
  weekday,
} from '../time/days.ts';

/** The day of a yearly date in a year: 29 February is 28 February where there is none. */
function dayInYear({ month, dayOfMonth }: YearlyDate, year: number): Day {
  return dayOf({ year, month, dayOfMonth: Math.min(dayOfMonth, daysInMonth(year, month)) });
}

/** `02-29` */
export function yearlyText({ month, dayOfMonth }: YearlyDate): string {
  return `${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

export function parseYearly(text: string): YearlyDate | undefined {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  return match ? { month: Number(match[1]), dayOfMonth: Number(match[2]) } : undefined;
}

/** Whether there is such a date, leap years included. */
export function isYearlyDate({ month, dayOfMonth }: YearlyDate): boolean {
  const isWhole = Number.isSafeInteger(month) && Number.isSafeInteger(dayOfMonth);
  return isWhole && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(2024, month);
}

/** The days around a birthday that something is about: first and last. */
export interface BirthdayWindow {
  readonly before: Duration;
  readonly through: 'day' | 'week' | 'month';
  readonly after: Duration;
}

/** The window of the birthday in a year; a week runs from Monday. */
function windowInYear(date: YearlyDate, year: number, { before, through, after }: BirthdayWindow) {
  const day = dayInYear(date, year);
  const start = startOf(day, through);
  const end = through === 'day' ? day : through === 'week' ? start + 6 : addMonths(start, 1) - 1;
  return { first: back(start, before), last: forth(end, after) };
}

function startOf(day: Day, unit: 'day' | 'week' | 'month'): Day {
  if (unit === 'day') return day;
  return unit === 'week' ? day - weekday(day) + 1 : startOfMonth(day);
}

/** Whether a day lies in the window of a birthday, also of one just before or after the turn of the year. */
export function isWithinWindow(date: YearlyDate, day: Day, window: BirthdayWindow): boolean {
  const { year } = civilDay(day);
  return [year - 1, year, year + 1].some((one) => {
    const { first, last } = windowInYear(date, one, window);
    return first <= day && day <= last;
  });
}

/** The first day from `from` on that lies so long before a birthday, or before its week or month. */
export function nextBirthdayMoment(
  date: YearlyDate,
  { before, startOf: unit }: { readonly before: Duration; readonly startOf: 'day' | 'week' | 'month' },
  from: Day,
): Day {
  const { year } = civilDay(from);
  const moments = [0, 1, 2, 3].map((more) => back(startOf(dayInYear(date, year + more), unit), before));
  return Math.min(...moments.filter((day) => day >= from));
}

function back(day: Day, { months, days }: Duration): Day {
  return (months === 0 ? day : addMonths(day, -months)) - days;
}

function forth(day: Day, { months, days }: Duration): Day {
  return (months === 0 ? day : addMonths(day, months)) + days;
}
