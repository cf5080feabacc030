import { type Day, dayText, type Instant } from '@trofast/engine';

/** RFC 3339 in UTC, with milliseconds where there are any. */
export function instantText(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Of a text that the contract has let through. */
export function instantOf(text: string): Instant {
  return Date.parse(text);
}

/** A day as an optional field: nothing when there is none. */
export function dayField<Name extends string>(name: Name, day: Day | undefined): { readonly [N in Name]?: string } {
  return day === undefined ? {} : ({ [name]: dayText(day) } as { readonly [N in Name]: string });
}
