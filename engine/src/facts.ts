import type { Crossing, Part, Voucher, YearlyDate } from './account.ts';
import type { RefusalCode } from './refusals.ts';
import type { Day } from './time/days.ts';
import type { Instant } from './time/zones.ts';

/**
 * What follows from an event: a closed list, each with a version `v`. `evolve` understands every version ever written.
 * Points are whole units of the currency's decimals; `currency` is a currency key (see scopes.ts).
 */
export type Fact =
  | {
      readonly fact: 'enrolled';
      readonly v: 1;
      readonly market: string;
      readonly since: Day;
      readonly member: string;
      readonly cards: readonly string[];
      readonly cardKinds: readonly string[];
      readonly attributes: Readonly<Record<string, string>>;
      readonly birthday?: YearlyDate;
      readonly address?: string;
    }
  | {
      readonly fact: 'member_changed';
      readonly v: 1;
      readonly member: string;
      readonly cards?: readonly string[];
      readonly cardKinds?: readonly string[];
      readonly attributes?: Readonly<Record<string, string>>;
      readonly birthday?: YearlyDate;
      readonly address?: string;
    }
  /** One more person on the account, in a role of its household. */
  | {
      readonly fact: 'member_joined';
      readonly v: 1;
      readonly member: string;
      readonly role: string;
      readonly since: Day;
      readonly cards: readonly string[];
      readonly cardKinds: readonly string[];
      readonly attributes: Readonly<Record<string, string>>;
      readonly birthday?: YearlyDate;
      readonly address?: string;
    }
  /** No longer of the household from `day` on. */
  | { readonly fact: 'member_left'; readonly v: 1; readonly member: string; readonly day: Day }
  | {
      readonly fact: 'list_joined';
      readonly v: 1;
      readonly member: string;
      readonly list: string;
      readonly from: Day;
      readonly through?: Day;
    }
  /** Off the list from `day` on. */
  | {
      readonly fact: 'list_left';
      readonly v: 1;
      readonly member: string;
      readonly list: string;
      readonly day: Day;
    }
  | {
      readonly fact: 'list_joined';
      readonly v: 1;
      readonly member: string;
      readonly list: string;
      readonly from: Day;
      readonly through?: Day;
    }
  /** Off the list from `day` on. */
  | {
      readonly fact: 'list_left';
      readonly v: 1;
      readonly member: string;
      readonly list: string;
      readonly day: Day;
    }
  /** A lot of points came into being; `rules` says which rule gave how much of it. */
  | {
      readonly fact: 'points_earned';
      readonly v: 1;
      readonly currency: string;
      readonly lot: string;
      readonly amount: number;
      readonly from: Day;
      readonly until?: Day;
      readonly earned: Day;
      readonly rules: readonly RuleShare[];
    }
  | {
      readonly fact: 'points_spent';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly reason: 'redemption' | 'conversion' | 'capture';
      readonly reward?: string;
      readonly voucher?: string;
    }
  | {
      readonly fact: 'points_expired';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
    }
  /** Points taken back from lots, by a return, a lost threshold or a correction. */
  | {
      readonly fact: 'points_taken_back';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly purchase?: string;
      readonly reason: TakenBackReason;
    }
  /** Points that should have been taken back but had expired before: nothing is taken for them, once. */
  | {
      readonly fact: 'points_already_expired';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly purchase: string;
    }
  /** A late event would have kept these from expiring, and the program does not restore them. */
  | {
      readonly fact: 'points_stay_expired';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
    }
  /** What should have been taken back and is forgiven, because the program says so. */
  | {
      readonly fact: 'points_forgiven';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly purchase?: string;
    }
  | {
      readonly fact: 'points_put_back';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly reason: 'voucher_cancelled' | 'purchase_returned' | 'restored';
    }
  | {
      readonly fact: 'debt_incurred';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly purchase?: string;
      readonly reason: TakenBackReason;
    }
  | {
      readonly fact: 'debt_repaid';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
    }
  | {
      readonly fact: 'points_held';
      readonly v: 1;
      readonly currency: string;
      readonly hold: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly until: Instant;
    }
  | {
      readonly fact: 'hold_captured';
      readonly v: 1;
      readonly currency: string;
      readonly hold: string;
      readonly amount: number;
      readonly parts: readonly Part[];
    }
  | {
      readonly fact: 'hold_released';
      readonly v: 1;
      readonly currency: string;
      readonly hold: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly reason: 'asked' | 'timed_out';
    }
  /** Points on their way to another account, until it has answered. */
  | {
      readonly fact: 'points_sent';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly transfer: string;
      readonly day: Day;
      readonly to: string;
      readonly toMember?: string;
    }
  /** Points from another account, as lots of this one. */
  | {
      readonly fact: 'points_received';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly from: string;
      readonly transfer: string;
    }
  /** The other account has them. */
  | {
      readonly fact: 'transfer_settled';
      readonly v: 1;
      readonly transfer: string;
      readonly currency: string;
      readonly amount: number;
    }
  /** The other account did not take them. */
  | {
      readonly fact: 'transfer_returned';
      readonly v: 1;
      readonly transfer: string;
      readonly currency: string;
      readonly amount: number;
      readonly parts: readonly Part[];
      readonly reason: RefusalCode;
    }
  /** Expiry dates of lots moved, as one fact: by activity, tier, a version. */
  | {
      readonly fact: 'lots_redated';
      readonly v: 1;
      readonly currency: string;
      readonly lots: readonly { readonly lot: string; readonly until?: Day }[];
      readonly reason: string;
    }
  | { readonly fact: 'activity_noted'; readonly v: 1; readonly currency: string; readonly day: Day }
  | {
      readonly fact: 'counter_changed';
      readonly v: 1;
      readonly counter: string;
      readonly day: Day;
      readonly amount: number;
    }
  | {
      readonly fact: 'level_changed';
      readonly v: 1;
      readonly ladder: string;
      readonly from?: string;
      readonly to: string;
      readonly at: Instant;
      readonly until?: Day;
      readonly keptFrom?: { readonly day: Day; readonly baseline: number };
      readonly reason: LevelReason;
    }
  /** The level stays and its keeping was extended. */
  | {
      readonly fact: 'level_kept';
      readonly v: 1;
      readonly ladder: string;
      readonly level: string;
      readonly until: Day;
      readonly keptFrom?: { readonly day: Day; readonly baseline: number };
    }
  | {
      readonly fact: 'voucher_issued';
      readonly v: 1;
      readonly voucher: string;
      readonly reward: string;
      readonly issued: Day;
      readonly from: Day;
      readonly until?: Day;
      readonly value?: number;
      readonly currency?: string;
      readonly uses?: number;
      readonly parts: readonly Part[];
      readonly pointsCurrency?: string;
      readonly member?: string;
      readonly rule?: string;
    }
  | {
      readonly fact: 'voucher_used';
      readonly v: 1;
      readonly voucher: string;
      readonly reward: string;
      readonly value?: number;
      readonly currency?: string;
      /** Value that no change was given for. */
      readonly lost?: number;
      /** Nothing is left of it. */
      readonly spent: boolean;
      /** The voucher as it was, so that a return can bring it back. */
      readonly before: Voucher;
    }
  /** A use was undone: the voucher comes back with its old date. */
  | {
      readonly fact: 'voucher_brought_back';
      readonly v: 1;
      readonly voucher: string;
      readonly reward: string;
      /** Money value that comes back to it. */
      readonly value?: number;
      readonly currency?: string;
      /** The voucher as it is from now on. */
      readonly after: Voucher;
    }
  | {
      readonly fact: 'voucher_expired';
      readonly v: 1;
      readonly voucher: string;
      readonly reward: string;
      readonly value?: number;
      readonly currency?: string;
    }
  | {
      readonly fact: 'voucher_cancelled';
      readonly v: 1;
      readonly voucher: string;
      readonly reward: string;
      readonly value?: number;
      readonly currency?: string;
      readonly reason: 'points_taken_back' | 'threshold_lost' | 'staff';
    }
  | {
      readonly fact: 'stock_taken';
      readonly v: 1;
      readonly reward: string;
      readonly times: number;
      readonly voucher?: string;
    }
  | {
      readonly fact: 'stock_returned';
      readonly v: 1;
      readonly reward: string;
      readonly times: number;
      readonly voucher?: string;
    }
  | { readonly fact: 'crossing_reached'; readonly v: 1; readonly rule: string; readonly crossing: Crossing }
  | {
      readonly fact: 'crossing_lost';
      readonly v: 1;
      readonly rule: string;
      readonly at: number;
      readonly day: Day;
      /** A voucher that it gave is gone: reaching the number again gives nothing again. */
      readonly gone?: true;
    }
  /** What could not be done for a report that is recorded all the same. */
  | {
      readonly fact: 'not_honoured';
      readonly v: 1;
      readonly what: 'voucher' | 'hold' | 'reward';
      readonly which: string;
      readonly reason: RefusalCode;
    }
  /** A part of an accepted event that was declined. */
  | { readonly fact: 'declined'; readonly v: 1; readonly rule: string; readonly reason: RefusalCode }
  | {
      readonly fact: 'price_difference';
      readonly v: 1;
      readonly currency: string;
      readonly ours: number;
      readonly paid: number;
    }
  /** What a rule took off lines, minor units. */
  | {
      readonly fact: 'discount_given';
      readonly v: 1;
      readonly rule: string;
      readonly currency: string;
      readonly amount: number;
      readonly lines: readonly { readonly line: number; readonly amount: number }[];
    }
  /** A gift stands as a line of its own behind those of the purchase. */
  | {
      readonly fact: 'gift_given';
      readonly v: 1;
      readonly rule: string;
      readonly gift: string;
      readonly sku: string;
      readonly line: number;
      readonly worth: number;
      readonly currency: string;
    }
  | {
      readonly fact: 'delivery_fee';
      readonly v: 1;
      readonly rule: string;
      readonly way: string;
      readonly fee: number;
      readonly currency: string;
    }
  /** The money side of a return, in minor units. */
  | {
      readonly fact: 'refund_due';
      readonly v: 1;
      readonly currency: string;
      readonly amount: number;
      readonly lines: readonly ReturnedLine[];
      readonly purchase: string;
      /** Gifts kept without cause, already taken off `amount`; less than nothing when one comes back after all. */
      readonly deducted?: readonly { readonly line: number; readonly amount: number }[];
    }
  | { readonly fact: 'corrected'; readonly v: 1; readonly reason: string; readonly approvedBy?: string }
  | { readonly fact: 'erased'; readonly v: 1; readonly member: string }
  | { readonly fact: 'version_started'; readonly v: 1; readonly version: number }
  /** Clubs: `club` is a club key, days are those of the market. */
  | {
      readonly fact: 'subscription_started';
      readonly v: 1;
      readonly club: string;
      readonly plan: string;
      readonly day: Day;
    }
  | {
      readonly fact: 'trial_started';
      readonly v: 1;
      readonly club: string;
      readonly plan: string;
      readonly from: Day;
      readonly until: Day;
    }
  /** Money is to be taken: a message to the payment provider goes out with it. */
  | {
      readonly fact: 'charge_due';
      readonly v: 1;
      readonly charge: string;
      readonly day: Day;
      readonly club: string;
      readonly plan: string;
      readonly amount: number;
      readonly currency: string;
      readonly from: Day;
      readonly until: Day;
      readonly attempt: number;
    }
  | {
      readonly fact: 'charge_failed';
      readonly v: 1;
      readonly club: string;
      readonly charge: string;
      readonly attempt: number;
      readonly retryOn?: Day;
      readonly graceUntil: Day;
    }
  | {
      readonly fact: 'period_started';
      readonly v: 1;
      readonly club: string;
      readonly plan: string;
      readonly from: Day;
      readonly until: Day;
      readonly charge?: string;
      readonly amount?: number;
      readonly currency?: string;
    }
  /** Cancelled, or renewal turned off: over at 00:00 of `ends`. */
  | { readonly fact: 'subscription_cancelled'; readonly v: 1; readonly club: string; readonly ends: Day }
  | { readonly fact: 'renewal_resumed'; readonly v: 1; readonly club: string }
  | {
      readonly fact: 'subscription_ended';
      readonly v: 1;
      readonly club: string;
      readonly day: Day;
      readonly reason: SubscriptionEnd;
    }
  /** A charge is to be paid back, whole or in part. */
  | {
      readonly fact: 'charge_refunded';
      readonly v: 1;
      readonly club: string;
      readonly charge: string;
      readonly amount: number;
      readonly currency: string;
      readonly reason: 'cancelled' | 'not_needed';
    }
  | {
      readonly fact: 'benefit_used';
      readonly v: 1;
      readonly club: string;
      /** The rule that gave it, or the benefit's own name. */
      readonly benefit: string;
      readonly day: Day;
    };

export type FactName = Fact['fact'];
export type FactOf<Name extends FactName> = Extract<Fact, { fact: Name }>;
export type TakenBackReason = 'return' | 'threshold_lost' | 'correction';
export type SubscriptionEnd = 'cancelled' | 'unpaid';
export type LevelReason = 'reached' | 'way_in' | 'review' | 'returned' | 'time' | 'version' | 'start';

export interface RuleShare {
  readonly rule: string;
  readonly amount: number;
}

export interface ReturnedLine {
  readonly line: number;
  /** Exact decimal text. */
  readonly quantity: string;
  readonly amount: number;
}
