import type { FactOf, LevelReason, SubscriptionEnd, TakenBackReason } from '../../facts.ts';
import type { RefusalCode } from '../../refusals.ts';

type Say<Arguments extends readonly unknown[] = []> = (...parts: Arguments) => string;

/** What happened, in one language. Arguments are finished words of that language. */
export interface FactPhrases {
  readonly enrolled: Say<[market: string]>;
  readonly memberChanged: string;
  readonly memberJoined: Say<[role: string]>;
  readonly memberLeft: string;
  readonly listJoined: Say<[list: string, through: string]>;
  readonly listThrough: Say<[day: string]>;
  readonly listLeft: Say<[list: string]>;
  readonly earned: Say<[points: string, from: string, until: string]>;
  readonly usableFrom: Say<[day: string]>;
  readonly goneOn: Say<[day: string]>;
  readonly spent: Readonly<Record<FactOf<'points_spent'>['reason'], Say<[points: string, reward: string]>>>;
  readonly expired: Say<[points: string]>;
  readonly takenBack: Readonly<Record<TakenBackReason, Say<[points: string]>>>;
  readonly alreadyExpired: Say<[points: string]>;
  readonly stayExpired: Say<[points: string]>;
  readonly forgiven: Say<[points: string]>;
  readonly putBack: Readonly<Record<FactOf<'points_put_back'>['reason'], Say<[points: string]>>>;
  readonly debtIncurred: Say<[points: string]>;
  readonly debtRepaid: Say<[points: string]>;
  readonly held: Say<[points: string]>;
  readonly captured: Say<[points: string]>;
  readonly released: Readonly<Record<FactOf<'hold_released'>['reason'], Say<[points: string]>>>;
  readonly redated: Say<[points: string]>;
  readonly activityNoted: Say<[day: string]>;
  readonly counterRaised: Say<[counter: string, amount: string]>;
  readonly counterLowered: Say<[counter: string, amount: string]>;
  readonly levelStarted: Say<[level: string]>;
  readonly levelChanged: Say<[from: string, to: string]>;
  readonly levelUntil: Say<[day: string]>;
  readonly levelReason: Readonly<Record<LevelReason, string>>;
  readonly levelKept: Say<[level: string, day: string]>;
  readonly voucherIssued: Say<[reward: string, worth: string, until: string]>;
  readonly worth: Say<[money: string]>;
  readonly voucherUsed: Say<[reward: string, value: string, lost: string]>;
  readonly forMoney: Say<[money: string]>;
  readonly lostMoney: Say<[money: string]>;
  readonly voucherBroughtBack: Say<[reward: string, until: string]>;
  readonly voucherExpired: Say<[reward: string, value: string]>;
  readonly voucherCancelled: Readonly<
    Record<FactOf<'voucher_cancelled'>['reason'], Say<[reward: string, value: string]>>
  >;
  readonly stockTaken: Say<[times: string, reward: string]>;
  readonly stockReturned: Say<[times: string, reward: string]>;
  readonly crossingReached: Say<[amount: string]>;
  readonly crossingLost: Say<[amount: string]>;
  readonly notHonoured: Readonly<Record<FactOf<'not_honoured'>['what'], Say<[reason: string]>>>;
  readonly declined: Say<[reason: string, rule: string]>;
  readonly betterInstead: string;
  readonly priceDifference: Say<[ours: string, paid: string]>;
  readonly discountGiven: Say<[money: string, rule: string]>;
  readonly giftGiven: Say<[gift: string]>;
  readonly deliveryFee: Say<[money: string]>;
  readonly deliveryFree: string;
  readonly giftDeducted: Say<[money: string]>;
  readonly giftForgotten: Say<[money: string]>;
  readonly refundDue: Say<[money: string]>;
  readonly corrected: Say<[reason: string]>;
  readonly erased: string;
  readonly subscriptionStarted: Say<[club: string, plan: string]>;
  readonly trialStarted: Say<[club: string, until: string]>;
  readonly chargeDue: Say<[money: string, club: string]>;
  readonly chargeFailed: Say<[club: string, retry: string]>;
  readonly chargedAgain: Say<[day: string]>;
  readonly periodStarted: Say<[club: string, until: string]>;
  readonly subscriptionCancelled: Say<[club: string, day: string]>;
  readonly renewalResumed: Say<[club: string]>;
  readonly subscriptionEnded: Readonly<Record<SubscriptionEnd, Say<[club: string]>>>;
  readonly chargeRefunded: Readonly<Record<FactOf<'charge_refunded'>['reason'], Say<[money: string, club: string]>>>;
  readonly benefitUsed: Say<[club: string]>;
  readonly versionStarted: Say<[version: string]>;
  readonly reasons: Readonly<Record<RefusalCode, string>>;
}
