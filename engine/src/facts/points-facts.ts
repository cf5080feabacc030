import type { Part } from '../account.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Day } from '../time/days.ts';
import type { Instant } from '../time/zones.ts';

/** Points that come, go, wait and move. */
export type PointsFact =
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
      readonly reason: 'redemption' | 'conversion' | 'capture' | 'payment';
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
      readonly reason: TakenBackReason | 'overspent';
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
  | { readonly fact: 'activity_noted'; readonly v: 1; readonly currency: string; readonly day: Day };

export type TakenBackReason = 'return' | 'threshold_lost' | 'correction';

export interface RuleShare {
  readonly rule: string;
  readonly amount: number;
}
