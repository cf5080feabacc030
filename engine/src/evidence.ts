import type { Account, Balance } from './account.ts';
import type { Event } from './event.ts';
import type { Fact } from './facts.ts';
import type { Instant } from './time/zones.ts';

/** What an event and the clock before it left in the account's chain. */
export interface Recorded {
  readonly sequence: number;
  readonly event: Event;
  /** Version of the program that decided it. */
  readonly version: number;
  readonly facts: readonly Fact[];
  /** Every value outside the event that its rules read, by name. */
  readonly reading: Reading;
  /** Ids of the rules that held. */
  readonly rules: readonly string[];
  /** Balances after it, by currency key: for the statement and for equal answers to a repeated key. */
  readonly balances: Readonly<Record<string, Balance>>;
}

export type ReadValue = string | number | boolean | null | readonly string[];
export type Reading = Readonly<Record<string, ReadValue>>;

/** Something outside the account that must be known before a decision. */
export type Reference =
  /** A purchase of this account with what came after it: see `PurchaseEvidence`. */
  | { readonly kind: 'purchase'; readonly id: string }
  /** How many of a reward are left over all accounts. */
  | { readonly kind: 'stock'; readonly reward: string }
  /** The event that used a voucher, for releasing it. */
  | { readonly kind: 'event'; readonly id: string }
  /** Another account, as it stood a moment ago. */
  | { readonly kind: 'account'; readonly id: string }
  /** The account's own events that occurred at or after an instant, oldest first. */
  | { readonly kind: 'history'; readonly since: Instant };

export interface PurchaseEvidence {
  readonly purchase: Recorded;
  /** Earlier returns of it, oldest first. */
  readonly returns: readonly Recorded[];
  /** Points that expired from its own lots (lot ids beginning with `SEQUENCE.`), by lot id. */
  readonly expired: Readonly<Record<string, number>>;
}

/** What was found for the references; a reference that was looked for and not found is `null`. */
export interface Evidence {
  readonly purchases: Readonly<Record<string, PurchaseEvidence | null>>;
  readonly events: Readonly<Record<string, Recorded | null>>;
  /** Units left by reward id. */
  readonly stock: Readonly<Record<string, number>>;
  /** Other accounts by id. */
  readonly accounts?: Readonly<Record<string, Account | null>>;
  readonly history?: { readonly since: Instant; readonly recorded: readonly Recorded[] };
}

export const NO_EVIDENCE: Evidence = { purchases: {}, events: {}, stock: {} };

/** Two references to the same thing have the same name. */
export function referenceName(reference: Reference): string {
  switch (reference.kind) {
    case 'purchase':
    case 'event':
    case 'account':
      return `${reference.kind}:${reference.id}`;
    case 'stock':
      return `stock:${reference.reward}`;
    case 'history':
      return `history:${reference.since}`;
  }
}
