import type { Club } from './program/clubs.ts';
import type { Currency } from './program/currencies.ts';
import type { Counter, Ladder } from './program/ladders.ts';
import type { Households, MemberList, TransferTerms } from './program/members.ts';
import type { Benefit, Challenge, Offer } from './program/offers.ts';
import type { Base, ProductGroup } from './program/products.ts';
import type { Referral } from './program/referral.ts';
import type { Gift, Reward } from './program/rewards.ts';
import type { Rule } from './program/rules.ts';
import type { Locale, Market, Words } from './program/settings.ts';
import type { Day, Duration } from './time/days.ts';
import type { Instant } from './time/zones.ts';

export * from './program/clubs.ts';
export * from './program/conditions.ts';
export * from './program/currencies.ts';
export * from './program/ladders.ts';
export * from './program/members.ts';
export * from './program/offers.ts';
export * from './program/products.ts';
export * from './program/referral.ts';
export * from './program/rewards.ts';
export * from './program/rules.ts';
export * from './program/settings.ts';

/**
 * A program as the engine runs it: the document, checked, with every text turned into the value it stands for.
 * `readProgram` (document/) makes it; nothing else does.
 */
export interface Program {
  readonly id: string;
  readonly name: Words;
  readonly languages: readonly Locale[];
  readonly markets: ReadonlyMap<string, Market>;
  /** `usableFor`: points that come back because what they paid for came back can be used for at least so long. */
  readonly returns: { readonly within: Duration | 'always'; readonly usableFor?: Duration | undefined };
  readonly late: { readonly within: Duration | 'always'; readonly restore: boolean };
  /** Above so many whole points a correction needs a second person. */
  readonly corrections: { readonly approvalAbove: number | undefined };
  readonly holds: { readonly longest: Duration };
  readonly products: ReadonlyMap<string, ProductGroup>;
  readonly bases: ReadonlyMap<string, Base>;
  readonly currencies: ReadonlyMap<string, Currency>;
  readonly counters: ReadonlyMap<string, Counter>;
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly rules: readonly Rule[];
  readonly rewards: ReadonlyMap<string, Reward>;
  readonly lists: ReadonlyMap<string, MemberList>;
  /** What sentences call the shop's own codes. */
  readonly names: ReadonlyMap<string, Words>;
  readonly clubs: ReadonlyMap<string, Club>;
  readonly households: Households | undefined;
  /** By currency; those that are absent cannot be sent. */
  readonly transfers: ReadonlyMap<string, TransferTerms>;
  readonly referral: Referral | undefined;
  /** Who may change a birthday that is known. */
  readonly birthdays: { readonly changedBy: 'member' | 'staff' };
  readonly gifts: ReadonlyMap<string, Gift>;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly challenges: ReadonlyMap<string, Challenge>;
  readonly benefits: ReadonlyMap<string, Benefit>;
  readonly onStart: readonly StartStep[];
}

/** All published versions of one program, oldest first; the last whose `from` is not after an instant is in force then. */
export interface Programs {
  readonly id: string;
  readonly versions: readonly ProgramVersion[];
}

export interface ProgramVersion {
  /** From 1. */
  readonly number: number;
  readonly from: Instant;
  readonly program: Program;
}

/** What happens to every account when a version starts. */
export type StartStep =
  | { readonly kind: 'keep_levels'; readonly ladder: string; readonly until: Day }
  | { readonly kind: 'redate'; readonly currency: string };
