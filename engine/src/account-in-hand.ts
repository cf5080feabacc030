import type { Account } from './account.ts';

/**
 * An account under one decision or fold. Its fields may be set; what they contain belongs to the account it was taken
 * from, and is changed only in the copy that `own` gives.
 */
export type AccountInHand = { -readonly [Name in keyof Account]: Account[Name] };

type Mutable<Value> = Value extends readonly (infer Item)[]
  ? Item[]
  : Value extends Readonly<Record<string, infer Item>>
    ? Record<string, Item>
    : never;

type Container = {
  [Name in keyof Account]-?: NonNullable<Account[Name]> extends object ? Name : never;
}[keyof Account];

/** Which containers an account in hand has copied already. */
const copied = new WeakMap<AccountInHand, Set<Container>>();

/** A copy that may be changed without touching the original; what it contains is copied when it is first changed. */
export function takeInHand(account: Account): AccountInHand {
  return { ...account };
}

/** The account's own copy of one of its containers: to be changed in place. An absent one is begun empty. */
export function own<Name extends Container>(account: AccountInHand, name: Name): Mutable<NonNullable<Account[Name]>> {
  const names = copied.get(account) ?? new Set();
  if (names.size === 0) copied.set(account, names);
  if (!names.has(name)) {
    const before: object = account[name] ?? {};
    account[name] = (Array.isArray(before) ? [...before] : { ...before }) as unknown as Account[Name];
    names.add(name);
  }
  return account[name] as unknown as Mutable<NonNullable<Account[Name]>>;
}
