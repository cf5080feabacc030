import type { Instant, Reference } from '@trofast/engine';
import type { Answer, RecordRequest } from '../requests.ts';

/** What waits for a batch: a request, or the wish that an account be advanced. */
export type Job = RequestJob | AdvanceJob;

interface Waiting {
  readonly program: string;
  readonly account: string;
  /** What a decision asked for that `needs` had not named. */
  missing: readonly Reference[];
  attempts: number;
  fail(error: unknown): void;
}

export interface RequestJob extends Waiting {
  readonly kind: 'request';
  readonly request: RecordRequest;
  readonly eventId: string;
  /** The body as it may stand in the book for ever. */
  readonly bodyText: string;
  /** What of the body may not, as sorted JSON. */
  readonly personalText?: string;
  /** The receipt that this purchase takes for its account; refused when another has it. */
  readonly takesReceipt: boolean;
  answer(answer: Answer): void;
}

export interface AdvanceJob extends Waiting {
  readonly kind: 'advance';
  /** No further than this, though the clock may stand later. */
  readonly until: Instant | undefined;
  answer(events: number): void;
}

export function accountKey(job: { readonly program: string; readonly account: string }): string {
  return `${job.program}\n${job.account}`;
}
