import type { Given } from '../account.ts';
import type { Day } from '../time/days.ts';

/** One member brings another: `by` and `to` are accounts, `referral` names it among all of the friend's events. */
export type ReferralFact =
  /** The account's member was brought by another account's. */
  | {
      readonly fact: 'referred';
      readonly v: 1;
      readonly member: string;
      readonly by: string;
      readonly byMember: string;
      readonly day: Day;
    }
  /** The friend did what the program asks for: a message to the other account goes out with it. */
  | {
      readonly fact: 'referral_fulfilled';
      readonly v: 1;
      readonly referral: string;
      readonly to: string;
      readonly toMember: string;
      /** The purchase that did it; absent when joining was enough. */
      readonly purchase?: string;
      readonly gave: Given;
    }
  /** The purchase behind it came back: the friend may do it again. */
  | {
      readonly fact: 'referral_undone';
      readonly v: 1;
      readonly referral: string;
      readonly to: string;
      readonly toMember: string;
    }
  /** What bringing a friend gave. */
  | {
      readonly fact: 'referral_rewarded';
      readonly v: 1;
      readonly referral: string;
      readonly member: string;
      readonly day: Day;
      readonly gave: Given;
    }
  | { readonly fact: 'referral_withdrawn'; readonly v: 1; readonly referral: string; readonly member: string };
