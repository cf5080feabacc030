import { type Instant, localInstant } from '@trofast/engine';
import { Mistake } from './mistake.ts';

/** A time that a user wrote: ISO 8601, or a day; without an offset it is local to the zone. */
export function readInstant(text: string, zone: string): Instant {
  const hasOffset = /(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  const wall = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text;
  const instant = hasOffset ? Date.parse(text) : localInstant(zone, wall);
  if (instant === undefined || Number.isNaN(instant)) {
    throw new Mistake(`"${text}" is no time.`, 'Write it like 2012-01-01T00:00 or 2012-01-01T00:00:00Z.', 'usage');
  }
  return instant;
}

export function instantText(at: Instant): string {
  return new Date(at).toISOString();
}
