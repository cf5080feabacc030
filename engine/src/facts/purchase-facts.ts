import type { RefusalCode } from '../refusals.ts';

/** Prices, gifts, delivery and refunds; what could not be done. */
export type PurchaseFact =
  /** What could not be done for a report that is recorded all the same. */
  | {
      readonly fact: 'not_honoured';
      readonly v: 1;
      readonly what: 'voucher' | 'hold' | 'reward' | 'referral' | 'points';
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
  /** What a rule had given and the return has lost is paid back by the refund: so much less of it is due. */
  | {
      readonly fact: 'refund_reduced';
      readonly v: 1;
      readonly rule: string;
      readonly currency: string;
      readonly amount: number;
      readonly purchase: string;
    }
  /** Of version 2, the reason lies in the event's private row: empty once the person was erased. */
  | { readonly fact: 'corrected'; readonly v: 1 | 2; readonly reason: string; readonly approvedBy?: string };

export interface ReturnedLine {
  readonly line: number;
  /** Exact decimal text. */
  readonly quantity: string;
  readonly amount: number;
}
