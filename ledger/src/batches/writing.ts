import type { Entry, Instant, Refusal } from '@trofast/engine';
import type { EventTexts } from '../book/stored-events.ts';
import type { Claim } from '../claims/claims.ts';
import type { PersonChange, PersonKey } from '../claims/persons.ts';
import type { AccountState } from './account-state.ts';
import type { Job } from './jobs.ts';

/** What a batch will write, in the order in which it was decided. */
export interface Writing {
  readonly events: NewEvent[];
  readonly entries: NewEntry[];
  readonly privates: NewPrivate[];
  readonly claims: Claim[];
  readonly released: Claim[];
  readonly persons: PersonChange[];
  readonly takes: NewTake[];
  /** Persons of accounts that were merged into another: their rows go, wherever they lie. */
  readonly movedAway: PersonKey[];
  /** Merged accounts whose person was erased: their private rows go. */
  readonly erasedAccounts: { readonly program: string; readonly account: string }[];
  readonly refusals: NewRefusal[];
  readonly messages: NewMessage[];
  /** Transfers whose receivers have answered. */
  readonly answered: Answered[];
  /** Members whose private rows go; null: what names none. */
  readonly erased: { readonly program: string; readonly account: string; readonly member: string | null }[];
  /** Accounts whose row changes. */
  readonly accounts: Set<AccountState>;
}

export interface NewEvent {
  readonly program: string;
  readonly account: string;
  readonly texts: EventTexts;
  readonly hash: Buffer;
}

export interface NewEntry {
  readonly program: string;
  readonly account: string;
  readonly sequence: number;
  readonly entry: Entry;
}

export interface NewPrivate {
  readonly program: string;
  readonly account: string;
  readonly sequence: number;
  readonly member: string | null;
  readonly salt: Buffer;
  readonly contentHash: Buffer;
  readonly body: string;
}

export interface NewTake {
  readonly program: string;
  readonly reward: string;
  readonly event: string;
  readonly ordinal: number;
  /** Negative: given back. */
  readonly amount: number;
  /** Units that there are; undefined without limit. */
  readonly stock: number | undefined;
}

export interface NewRefusal {
  readonly program: string;
  readonly account: string;
  readonly event: string;
  readonly contentHash: Buffer;
  readonly refusal: Refusal;
  readonly at: Instant;
}

/** For another account, a channel or a provider, from the outbox. */
export interface NewMessage {
  readonly program: string;
  readonly account: string;
  readonly sequence: number;
  readonly ordinal: number;
  readonly kind: 'charge' | 'refund' | 'transfer' | 'referral' | 'merge';
  readonly body: string;
  /** The account that it is for, if any. */
  readonly receiver?: string;
  /** What waits in transit until the receiver has answered. */
  readonly transit?: { readonly currency: string; readonly amount: number };
}

export interface Answered {
  readonly program: string;
  readonly account: string;
  /** Of the event that sent it. */
  readonly sequence: number;
  readonly at: Instant;
}

/** What became of a batch's jobs. */
export interface Decided {
  readonly writing: Writing;
  /** Called after the commit. */
  readonly answers: (() => void)[];
  /** For the next batch, in their order. */
  readonly deferred: Job[];
}

export function nothingWritten(): Writing {
  return {
    events: [],
    entries: [],
    privates: [],
    claims: [],
    released: [],
    persons: [],
    takes: [],
    movedAway: [],
    erasedAccounts: [],
    refusals: [],
    messages: [],
    answered: [],
    erased: [],
    accounts: new Set(),
  };
}
