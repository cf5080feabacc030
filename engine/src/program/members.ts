import type { Condition } from './conditions.ts';
import type { Span, Window, Words } from './settings.ts';

/** Members by hand or import; each with days of their own, within those of the list. */
export interface MemberList {
  readonly id: string;
  readonly name: Words;
  /** Members are not told of it. */
  readonly hidden: boolean;
  readonly span: Span;
}

/** Several persons on one account: points are the account's, benefits of clubs as said here. */
export interface Households {
  readonly name: Words;
  readonly roles: ReadonlyMap<string, HouseholdRole>;
  readonly shares: readonly SharedClub[];
}

/** What a person besides the account's first can be. */
export interface HouseholdRole {
  readonly id: string;
  readonly name: Words;
  /** When one can join in it; who has joined stays. */
  readonly span: Span;
  readonly atMost: number;
  readonly sameAddress: boolean;
  readonly when: readonly Condition[];
}

/** A club whose benefits persons with a role have too: all roles and plans where none are named. */
export interface SharedClub {
  readonly club: string;
  readonly plans: ReadonlySet<string> | undefined;
  readonly roles: ReadonlySet<string> | undefined;
  /** Also while it is only tried. */
  readonly trial: boolean;
}

/** How members may send points to each other; whole points. */
export interface TransferTerms {
  readonly currency: string;
  readonly least: number | undefined;
  readonly most: { readonly amount: number; readonly over: Window } | undefined;
}
