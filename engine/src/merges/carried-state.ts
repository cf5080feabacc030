import type { Account, Crossing, Lot, Member, Subscription, Voucher } from '../account.ts';

/**
 * What moves from a merged account to the one that goes on. In the terms of that one, lots and vouchers begin with the
 * account that they come from, and what was the merged member's is the other's. Nothing of it is personal.
 */
export interface Carried
  extends Pick<Account, 'since' | 'debts' | 'activity' | 'counters' | 'ladders' | 'offers' | 'referral' | 'referred'> {
  readonly lots: readonly Lot[];
  readonly vouchers: Readonly<Record<string, Voucher>>;
  readonly crossings: Readonly<Record<string, readonly Crossing[]>>;
  readonly subscriptions: Readonly<Record<string, Subscription>>;
  readonly member: Pick<Member, 'since' | 'cards' | 'cardKinds' | 'lists'>;
  /** Accounts that were merged into this one before, with their members. */
  readonly absorbed: Readonly<Record<string, string>>;
}
