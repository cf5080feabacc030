/**
 * Calendar arithmetic on whole days. A `Day` is the number of days since 1970-01-01 in the proleptic
 * Gregorian calendar; it belongs to no zone. Civil-day formulas: Hinnant, "chrono-compatible low-level date
 * algorithms" (days_from_civil, civil_from_days).
 */
export type Day = number;

export interface CivilDay {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly dayOfMonth: number;
}

export function dayOf({ year, month, dayOfMonth }: CivilDay): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilDay(day: Day): CivilDay {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `2026-02-29` style text of a day. */
export function dayText(day: Day): string {
  const { year, month, dayOfMonth } = civilDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** Reads `YYYY-MM-DD`; `undefined` when the text is no date of the calendar. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayOf({ year, month, dayOfMonth });
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Adds months, clamping to the end of the month; `anchor` is the day of month to come back to (31 January, 28 February, 31 March). */
export function addMonths(day: Day, months: number, anchor?: number): Day {
  const { year, month, dayOfMonth } = civilDay(day);
  const total = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return dayOf({
    year: toYear,
    month: toMonth,
    dayOfMonth: Math.min(anchor ?? dayOfMonth, daysInMonth(toYear, toMonth)),
  });
}

export function startOfMonth(day: Day): Day {
  const { year, month } = civilDay(day);
  return dayOf({ year, month, dayOfMonth: 1 });
}

export function startOfYear(day: Day): Day {
  return dayOf({ year: civilDay(day).year, month: 1, dayOfMonth: 1 });
}

/** An ISO 8601 duration of whole calendar units (`P12M`, `P1Y6M`, `P14D`) and, below a day, seconds (`PT15M`). */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
}

export function parseDuration(text: string): Duration | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    months: years * 12 + months,
    days: weeks * 7 + days,
    seconds: hours * 3600 + minutes * 60 + seconds,
  };
}

/** Months first, clamped to the month's end, then days. Seconds are for instants, see `addDuration` in zones.ts. */
export function addToDay(day: Day, duration: Duration): Day {
  return (duration.months === 0 ? day : addMonths(day, duration.months)) + duration.days;
}

export function subtractFromDay(day: Day, duration: Duration): Day {
  return (duration.months === 0 ? day : addMonths(day, -duration.months)) - duration.days;
}
