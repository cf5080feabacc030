import type { Account, Balance } from '../account.ts';
import type { Recorded } from '../evidence.ts';
import type { Refusal } from '../refusals.ts';
import type { Instant } from '../time/zones.ts';
import type { ToGo } from '../views/to-go.ts';

/** What a step of an example left. */
export interface Seen {
  readonly account: Account;
  readonly at: Instant;
  /** The clock's events and the step's own. */
  readonly recorded: readonly Recorded[];
  readonly refusal: Refusal | undefined;
  readonly toPay?: number;
  readonly toGo?: readonly ToGo[];
  readonly balances?: Readonly<Record<string, Balance>>;
}

export interface Pair {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}
