import { type Instant, localInstant, parseDay } from '@trofast/engine';
import { Mistake } from '../terminal/mistake.ts';

const FIELDS: Readonly<Record<string, { readonly name: keyof Parts; readonly digits: string }>> = {
  yyyy: { name: 'year', digits: '\\d{4}' },
  MM: { name: 'month', digits: '\\d{2}' },
  M: { name: 'month', digits: '\\d{1,2}' },
  dd: { name: 'day', digits: '\\d{2}' },
  d: { name: 'day', digits: '\\d{1,2}' },
  HH: { name: 'hour', digits: '\\d{2}' },
  H: { name: 'hour', digits: '\\d{1,2}' },
  mm: { name: 'minute', digits: '\\d{2}' },
  ss: { name: 'second', digits: '\\d{2}' },
};

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

export type ReadTime = (text: string) => Instant | undefined;

/**
 * A reader of times as a file writes them: ISO 8601 (an offset counts; without one the time is local to the zone), or a
 * pattern such as `M/d/yyyy H:mm`.
 */
export function timeReader(zone: string, pattern: string | undefined): ReadTime {
  const read = pattern === undefined ? isoReader(zone) : patternReader(zone, pattern);
  // Lines of one invoice carry the same text, and reading a local time is dear.
  let [lastText, lastInstant]: [string | undefined, Instant | undefined] = [undefined, undefined];
  return (text) => {
    if (text !== lastText) [lastText, lastInstant] = [text, read(text)];
    return lastInstant;
  };
}

function isoReader(zone: string): ReadTime {
  return (text) => {
    if (!/(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return wallInstant(zone, text);
    const instant = Date.parse(text);
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && !Number.isNaN(instant) ? instant : undefined;
  };
}

function patternReader(zone: string, pattern: string): ReadTime {
  const expression = new RegExp(`^${expressionOf(pattern)}$`);
  return (text) => {
    const parts: Partial<Parts> | undefined = expression.exec(text)?.groups;
    if (parts === undefined) return undefined;
    const two = (part: string | undefined) => (part ?? '0').padStart(2, '0');
    const date = `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
    return wallInstant(zone, `${date}T${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}`);
  };
}

function expressionOf(pattern: string): string {
  const seen = new Set<string>();
  const expression = pattern.replace(/yyyy|MM?|dd?|HH?|mm|ss|[^A-Za-z]|[A-Za-z]/g, (piece) => {
    const field = FIELDS[piece];
    if (field !== undefined) {
      seen.add(field.name);
      return `(?<${field.name}>${field.digits})`;
    }
    if (/[A-SU-Za-z]/.test(piece)) {
      throw new Mistake(
        `The time pattern "${pattern}" has an unknown letter "${piece}".`,
        'Use yyyy, M, d, H, mm, ss.',
      );
    }
    return piece.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
  });
  if (seen.size < 3 || !seen.has('year') || !seen.has('month') || !seen.has('day')) {
    throw new Mistake(`The time pattern "${pattern}" has no whole date.`, 'It needs yyyy, M and d.');
  }
  return expression;
}

/** A day that the calendar lacks (31 June) is no time, rather than a day later. */
function wallInstant(zone: string, text: string): Instant | undefined {
  return parseDay(text.slice(0, 10)) === undefined ? undefined : localInstant(zone, text);
}
