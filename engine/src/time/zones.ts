import { addToDay, type CivilDay, type Day, type Duration, dayOf } from './days.ts';

/** An instant is a whole number of milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const DAY = 86_400_000;

/** Start of each day seen so far, per zone: dates on the hot path are a table look-up. */
const tables = new Map<string, { readonly format: Intl.DateTimeFormat; readonly starts: Map<Day, Instant> }>();

/** Whether the name is an IANA zone that this runtime knows. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    table(name);
    return true;
  } catch {
    return false;
  }
}

/** The calendar day that an instant falls on in a zone. */
export function dayAt(zone: string, instant: Instant): Day {
  const guess = Math.floor(instant / DAY);
  if (instant < startOfDay(zone, guess)) return guess - 1;
  return instant >= startOfDay(zone, guess + 1) ? guess + 1 : guess;
}

/** The first instant of a day in a zone: 00:00, or the first instant after it where summer time skips midnight. */
export function startOfDay(zone: string, day: Day): Instant {
  const { format, starts } = table(zone);
  const known = starts.get(day);
  if (known !== undefined) return known;
  const start = firstInstant(format, day);
  starts.set(day, start);
  return start;
}

/** Adds calendar units in a zone (the wall clock stays) and then seconds on the clock. */
export function addDuration(zone: string, instant: Instant, duration: Duration): Instant {
  const day = dayAt(zone, instant);
  const moved = duration.months === 0 && duration.days === 0 ? day : addToDay(day, duration);
  const start = moved === day ? instant : sameWallClock(zone, instant, day, moved);
  return start + duration.seconds * 1000;
}

/** Minutes after midnight on the wall clock of a zone. */
export function minuteOfDay(zone: string, instant: Instant): number {
  const day = dayAt(zone, instant);
  if (isEvenDay(zone, day)) return Math.floor((instant - startOfDay(zone, day)) / 60_000);
  return Math.floor(wallClock(table(zone).format, instant) / 60_000) % 1440;
}

/** Reads a local date-time without offset (`2010-12-01T08:26:00`) in a zone; `undefined` when it is malformed. */
export function localInstant(zone: string, text: string): Instant | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth, hours, minutes, seconds] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31 || hours > 23 || minutes > 59 || seconds > 59) {
    return undefined;
  }
  const milliseconds = Number((match[7] ?? '0').padEnd(3, '0'));
  const day = dayOf({ year, month, dayOfMonth });
  const time = hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + milliseconds;
  if (isEvenDay(zone, day)) return startOfDay(zone, day) + time;
  return fromWallClock(table(zone).format, day * DAY + time);
}

/** On a day of 24 hours from midnight the day table knows the wall clock; asking the zone is a hundred times dearer. */
function isEvenDay(zone: string, day: Day): boolean {
  return startOfDay(zone, day + 1) - startOfDay(zone, day) === DAY;
}

function sameWallClock(zone: string, instant: Instant, day: Day, moved: Day): Instant {
  const { format } = table(zone);
  return fromWallClock(format, wallClock(format, instant) + (moved - day) * DAY);
}

/** The instant at which the wall clock shows `wall`; in a gap the clock after it, in an overlap the earlier one. */
function fromWallClock(format: Intl.DateTimeFormat, wall: number): Instant {
  const before = wall - offsetAt(format, wall - DAY);
  const after = wall - offsetAt(format, wall + DAY);
  if (wallClock(format, before) === wall) return before;
  if (wallClock(format, after) === wall) return after;
  return Math.max(before, after);
}

function firstInstant(format: Intl.DateTimeFormat, day: Day): Instant {
  const midnight = day * DAY;
  const candidates = [offsetAt(format, midnight - DAY), offsetAt(format, midnight + DAY)].map(
    (offset) => midnight - offset,
  );
  const exact = candidates.filter((instant) => wallClock(format, instant) === midnight);
  if (exact.length > 0) return Math.min(...exact);
  // Midnight does not exist that day: the change itself is the first instant.
  let [low, high] = [Math.min(...candidates) - 3 * 3_600_000, Math.max(...candidates) + 3 * 3_600_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClock(format, middle) >= midnight) high = middle;
    else low = middle;
  }
  return high;
}

function offsetAt(format: Intl.DateTimeFormat, instant: Instant): number {
  return wallClock(format, instant) - instant;
}

/** The wall clock's reading as if it were UTC, in milliseconds. */
function wallClock(format: Intl.DateTimeFormat, instant: Instant): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const civil: CivilDay = { year: parts.year ?? 0, month: parts.month ?? 1, dayOfMonth: parts.day ?? 1 };
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return (
    dayOf(civil) * DAY +
    (parts.hour ?? 0) * 3_600_000 +
    (parts.minute ?? 0) * 60_000 +
    (parts.second ?? 0) * 1000 +
    milliseconds
  );
}

function table(zone: string): { readonly format: Intl.DateTimeFormat; readonly starts: Map<Day, Instant> } {
  let known = tables.get(zone);
  if (known === undefined) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    known = { format, starts: new Map() };
    tables.set(zone, known);
  }
  return known;
}
