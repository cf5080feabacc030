import type { Account } from './account.ts';
import type { Recorded, Reference } from './evidence.ts';
import type { Refusal } from './refusals.ts';

/** What `process` makes of one event: the clock's events before it, itself, and the account after all of them. */
export interface Outcome {
  /** In order: clock events that fell due, then the event. */
  readonly recorded: readonly Recorded[];
  readonly account: Account;
  /** Set when the event itself was refused; clock events before it still stand. */
  readonly refusal?: Refusal;
  /** Set when the decision asked for evidence that was not given: nothing of `recorded` may be written, try again with it. */
  readonly missing?: readonly Reference[];
}
