import type { Event, Fact, Instant, Recorded } from '@trofast/engine';

/** An event as the follower reads it: texts are parsed only where they are needed. */
export interface FollowedEvent {
  readonly batch: number;
  readonly ordinal: number;
  readonly program_id: string;
  readonly account_id: string;
  readonly sequence: number;
  readonly kind: Event['kind'];
  readonly at: Instant;
  readonly occurred_at: Instant;
  readonly body: string;
  readonly facts: string;
  readonly reading: string;
}

export function factsOf({ facts }: FollowedEvent): readonly Fact[] {
  return JSON.parse(facts);
}

export function readingOf({ reading }: FollowedEvent): Recorded['reading'] {
  return JSON.parse(reading);
}
