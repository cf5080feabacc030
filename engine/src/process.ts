import type { Account } from './account.ts';
import type { Event } from './event.ts';
import type { Evidence, Reference } from './evidence.ts';
import type { Outcome } from './outcome.ts';
import type { Programs } from './program.ts';
import type { Instant } from './time/zones.ts';

/**
 * Advances the account to `event.at`, then decides the event. Pure: the same arguments give the same outcome.
 * `account` is `unopened(id)` for an enrolment.
 */
export function process(_programs: Programs, _account: Account, _event: Event, _evidence: Evidence): Outcome {
  throw new Error('being written');
}

/** Deals with every due moment up to and including `until`; each instant that has a consequence is one clock event. */
export function advance(_programs: Programs, _account: Account, _until: Instant, _evidence: Evidence): Outcome {
  throw new Error('being written');
}

/** What must be known to decide `event` (when given) and every due moment up to `until`. May name too much, never too little. */
export function needs(
  _programs: Programs,
  _account: Account,
  _event: Event | undefined,
  _until: Instant,
): readonly Reference[] {
  throw new Error('being written');
}

/** The next instant at which time alone may change something (a lower bound); `undefined`: never. */
export function wakeAt(_programs: Programs, _account: Account): Instant | undefined {
  throw new Error('being written');
}
