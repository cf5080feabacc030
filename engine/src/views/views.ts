import type { Account, Balance } from '../account.ts';
import type { Event } from '../event.ts';
import type { Evidence, Recorded } from '../evidence.ts';
import type { Fact } from '../facts.ts';
import type { Locale, Programs } from '../program.ts';
import type { Refusal } from '../refusals.ts';
import type { Day } from '../time/days.ts';
import type { Instant } from '../time/zones.ts';

/** Views read an account that has been advanced to `at`. */

/** By currency key. Every currency of the program is there. */
export function balancesAt(_programs: Programs, _account: Account, _at: Instant): Readonly<Record<string, Balance>> {
  throw new Error('being written');
}

export interface LotView {
  readonly lot: string;
  readonly currency: string;
  readonly amount: number;
  readonly state: 'available' | 'pending';
  readonly from: Day;
  readonly until?: Day;
  readonly earned: Day;
}

/** In spending order. */
export function lotsAt(_programs: Programs, _account: Account, _at: Instant): readonly LotView[] {
  throw new Error('being written');
}

export interface StandingView {
  readonly ladder: string;
  readonly level: string;
  readonly since: Instant;
  readonly until?: Day;
  /** Counter's sum now, for a ladder by counter. */
  readonly counted?: number;
  /** The next level up and what is missing for it, in the counter's unit. */
  readonly next?: { readonly level: string; readonly at: number; readonly missing: number };
  /** What keeps the present level at its next review: what is missing, by when. */
  readonly keep?: { readonly missing: number; readonly by: Day };
}

export function standingsAt(_programs: Programs, _account: Account, _at: Instant): readonly StandingView[] {
  throw new Error('being written');
}

/** A quote: the facts that a purchase would have, and what they come to. Nothing is recorded. */
export interface Quote {
  readonly facts: readonly Fact[];
  readonly rules: readonly string[];
  /** Minor units. */
  readonly toPay: number;
  readonly balances: Readonly<Record<string, Balance>>;
}

export function quote(_programs: Programs, _account: Account, _event: Event, _evidence: Evidence): Quote | Refusal {
  throw new Error('being written');
}

/** The why of a recorded event, decided again from its reading with the trace on. */
export interface Why {
  readonly version: number;
  /** False when deciding again gives other facts than recorded (the engine has changed): then only rule ids are shown. */
  readonly reproduced: boolean;
  readonly rules: readonly WhyRule[];
  /** Sentences of what followed, in order. */
  readonly consequences: readonly string[];
}

export interface WhyRule {
  readonly rule: string;
  readonly sentence: string;
  readonly held: boolean;
  readonly conditions: readonly {
    readonly sentence: string;
    readonly holds: boolean;
    readonly has?: string;
    readonly wants?: string;
    readonly togo?: string;
  }[];
  /** `12.50 × 1.25 = 15.625 → 15` */
  readonly arithmetic?: string;
}

export function why(_programs: Programs, _recorded: Recorded, _locale: Locale): Why {
  throw new Error('being written');
}
