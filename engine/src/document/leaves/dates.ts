import { type Day, type Duration, daysInMonth, parseDay, parseDuration } from '../../time/days.ts';
import { leaf, Misread } from '../leaf.ts';
import { kindOfValue, scalarText } from '../numeral.ts';

const DATE = '^\\d{4}-\\d{2}-\\d{2}$';
export const DURATION_PATTERN = '^P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?$';

/** A day of the calendar, `2026-01-31`. */
export const day = leaf({ description: 'a date, 2026-01-31', field: 'day', type: 'string', pattern: DATE }, readDay);

/** A whole time of at least a day, `P14D`, `P6M`, `P1Y`. */
export const duration = leaf(
  {
    description: 'a time of days, months or years: P14D, P6M, P1Y',
    field: 'duration',
    type: 'string',
    pattern: DURATION_PATTERN,
  },
  readDays,
);

/** The same, where nothing at all is a threshold too: `P0D`. */
export const durationFromZero = leaf(
  { description: 'a time, from P0D', field: 'duration', type: 'string', pattern: DURATION_PATTERN },
  readDuration,
);

/** A time that may be shorter than a day, `PT15M`. */
export const shortDuration = leaf(
  {
    description: 'a time, also of hours or minutes: P7D, PT30M',
    field: 'short_duration',
    type: 'string',
    pattern: DURATION_PATTERN,
  },
  (written) => {
    const value = readDuration(written);
    return value instanceof Misread || isSomeTime(value) ? value : tooShort();
  },
);

/** The same time, or the word `always`. */
export const durationOrAlways = leaf(
  {
    description: 'a time such as P30D, or always',
    field: 'duration_or_always',
    anyOf: [{ const: 'always' }, { type: 'string', pattern: DURATION_PATTERN }],
  },
  (written): Duration | 'always' | Misread => (written === 'always' ? 'always' : readDays(written)),
);

/** A date of every year, `03-31`. */
export const yearlyDate = leaf(
  { description: 'a date of every year, "03-31"', field: 'yearly_date', type: 'string', pattern: '^\\d{2}-\\d{2}$' },
  (written) => {
    const match = /^(\d{2})-(\d{2})$/.exec(scalarText(written) ?? '');
    const expected = 'a date of every year such as "03-31"';
    if (!match) return new Misread('malformed_date', `Expected ${expected}, found ${kindOfValue(written)}.`);
    const [month, dayOfMonth] = [Number(match[1]), Number(match[2])];
    // A leap day would come only every fourth year.
    if (month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(2025, month))
      return { month, dayOfMonth };
    return new Misread('malformed_date', `${match[0]} is not a date of every year.`);
  },
);

/** A time on the wall clock, `07:30`, as minutes after midnight; `24:00` is the end of the day. */
export const minuteOfDay = leaf(
  {
    description: 'a time on the clock, "07:30"',
    field: 'time_of_day',
    type: 'string',
    pattern: '^([01]\\d|2[0-4]):[0-5]\\d$',
  },
  (written) => {
    const match = /^(\d{2}):(\d{2})$/.exec(scalarText(written) ?? '');
    const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
    if (match && Number(match[2]) < 60 && minute <= 1440) return minute;
    return new Misread('malformed_time', `Expected a time such as "07:30", found ${kindOfValue(written)}.`);
  },
);

export function readDay(written: unknown): Day | Misread {
  const value = scalarText(written);
  if (value === undefined || !new RegExp(DATE).test(value)) {
    return new Misread('malformed_date', `Expected a date such as 2026-01-31, found ${kindOfValue(written)}.`);
  }
  return parseDay(value) ?? new Misread('malformed_date', `${value} is not a date of the calendar.`);
}

/** Whole days or more. */
export function readDays(written: unknown): Duration | Misread {
  const value = readDuration(written);
  if (value instanceof Misread) return value;
  if (value.seconds > 0) return new Misread('malformed_duration', 'Expected whole days, months or years.');
  return isSomeTime(value) ? value : tooShort();
}

function readDuration(written: unknown): Duration | Misread {
  const value = scalarText(written);
  const read = value === undefined ? undefined : parseDuration(value);
  if (read !== undefined) return read;
  return new Misread(
    'malformed_duration',
    `Expected a time such as P14D, P6M or P1Y, found ${kindOfValue(written)}.`,
    durationGuess(value ?? ''),
  );
}

/** `14 days` and `6m` are what people write at first. */
function durationGuess(value: string): string | undefined {
  const match = /^P?\s*(\d+)\s*(days?|d|weeks?|w|months?|m|years?|y)$/i.exec(value.trim());
  return match ? `Did you mean "P${match[1]}${match[2]?.[0]?.toUpperCase()}"?` : undefined;
}

function isSomeTime({ months, days, seconds }: Duration): boolean {
  return months > 0 || days > 0 || seconds > 0;
}

function tooShort(): Misread {
  return new Misread('out_of_range', 'The time must be longer than nothing.');
}
