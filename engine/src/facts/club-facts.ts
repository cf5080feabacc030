import type { Day } from '../time/days.ts';

/** Clubs: `club` is a club key, days are those of the market. */
export type ClubFact =
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

export type SubscriptionEnd = 'cancelled' | 'unpaid';
