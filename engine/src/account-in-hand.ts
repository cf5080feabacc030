import type { Account } from './account.ts';

/** An account under one decision or fold: its containers are its own, what they hold is never changed in place. */
export type AccountInHand = {
  -readonly [Name in keyof Account]: Account[Name] extends readonly (infer Item)[]
    ? Item[]
    : Account[Name] extends Readonly<Record<string, infer Value>>
      ? Record<string, Value>
      : Account[Name];
};

/** A copy whose containers may be changed without touching the original. */
export function takeInHand(account: Account): AccountInHand {
  return {
    ...account,
    members: { ...account.members },
    lots: [...account.lots],
    debts: { ...account.debts },
    activity: { ...account.activity },
    holds: { ...account.holds },
    counters: { ...account.counters },
    ladders: { ...account.ladders },
    vouchers: { ...account.vouchers },
    crossings: { ...account.crossings },
    subscriptions: { ...account.subscriptions },
    charges: { ...account.charges },
    ...(account.transfers && { transfers: { ...account.transfers } }),
  };
}
