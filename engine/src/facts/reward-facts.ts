import type { Part, Voucher } from '../account.ts';
import type { Day } from '../time/days.ts';

/** Vouchers and what is scarce. */
export type RewardFact =
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
      /** It had expired, and was used before that by a purchase that is reported late. */
      readonly from?: 'expired';
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
  /** An offer is open for whom it was activated or granted. */
  | {
      readonly fact: 'offer_opened';
      readonly v: 1;
      /** Offer key. */
      readonly offer: string;
      readonly from: Day;
      readonly until?: Day;
      readonly code?: string;
      readonly by: 'member' | 'shop' | 'rule';
      readonly rule?: string;
    }
  /** It is open no longer from `day` on. */
  | {
      readonly fact: 'offer_closed';
      readonly v: 1;
      readonly offer: string;
      readonly from: Day;
      readonly day: Day;
      readonly reason: 'withdrawn' | 'threshold_lost';
    };
