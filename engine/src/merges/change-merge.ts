import type { CounterDay, Crossing, Member, Subscription } from '../account.ts';
import { type AccountInHand, own } from '../account-in-hand.ts';
import { assert } from '../assert.ts';
import { addToCounter } from '../counters/days.ts';
import type { FactOf } from '../facts.ts';
import type { Carried } from './carried-state.ts';

/** Nothing is left of a merged account but where its person has gone. */
export function endByMerge(account: AccountInHand, { into, intoMember, member }: FactOf<'merged'>): void {
  const { since = account.since } = account.members[member] ?? {};
  Object.assign(account, {
    members: { [member]: { since, cards: [], cardKinds: [], attributes: {} } satisfies Member },
    lots: [],
    debts: {},
    activity: {},
    holds: {},
    counters: {},
    ladders: {},
    vouchers: {},
    crossings: {},
    subscriptions: {},
    charges: {},
  } satisfies Partial<AccountInHand>);
  for (const field of ['offers', 'referral', 'referred', 'transfers'] as const) delete account[field];
  account.merged = { account: into, member: intoMember };
}

/** Adds what a merged account brings to what is there. */
export function absorbState(account: AccountInHand, { member, carried, ladders }: FactOf<'absorbed'>): void {
  account.since = Math.min(account.since, carried.since);
  account.lots = [...account.lots, ...carried.lots];
  account.vouchers = { ...account.vouchers, ...carried.vouchers };
  account.ladders = { ...account.ladders, ...ladders };
  account.debts = merged(account.debts, carried.debts, (a, b) => a + b);
  account.activity = merged(account.activity, carried.activity, Math.max);
  account.counters = merged(account.counters, carried.counters, addDays);
  account.crossings = merged(account.crossings, carried.crossings, addCrossings);
  account.subscriptions = merged(account.subscriptions, carried.subscriptions, addSubscription);
  if (carried.offers) account.offers = merged(account.offers ?? {}, carried.offers, (a, b) => [...a, ...b]);
  if (carried.referral && !account.referral) account.referral = carried.referral;
  if (carried.referred) account.referred = { ...carried.referred, ...account.referred };
  account.absorbed = { ...account.absorbed, ...carried.absorbed };
  absorbMember(account, member, carried.member);
}

function absorbMember(account: AccountInHand, id: string, other: Carried['member']): void {
  const member = account.members[id];
  assert(member, 'who takes over a merged account is a member');
  const lists = merged(member.lists ?? {}, other.lists ?? {}, (a, b) => [...a, ...b]);
  own(account, 'members')[id] = {
    ...member,
    since: Math.min(member.since, other.since),
    cards: [...new Set([...member.cards, ...other.cards])],
    cardKinds: [...new Set([...member.cardKinds, ...other.cardKinds])],
    ...(Object.keys(lists).length > 0 && { lists }),
  };
}

function merged<Value>(
  own: Readonly<Record<string, Value>>,
  others: Readonly<Record<string, Value>>,
  add: (own: Value, other: Value) => Value,
): Record<string, Value> {
  const all: Record<string, Value> = { ...own };
  for (const [key, other] of Object.entries(others)) {
    const before = all[key];
    all[key] = before === undefined ? other : add(before, other);
  }
  return all;
}

function addDays(days: readonly CounterDay[], others: readonly CounterDay[]): readonly CounterDay[] {
  return others.reduce<readonly CounterDay[]>((all, [day, amount]) => addToCounter(all, day, amount), days);
}

/** Both have been given: what was reached on both sides stays so, by what had to be reached. */
function addCrossings(own: readonly Crossing[], others: readonly Crossing[]): readonly Crossing[] {
  return [...own, ...others].toSorted((a, b) => a.day - b.day || a.at - b.at);
}

/** A club that is over elsewhere says only that it was tried, and when it was held. */
function addSubscription(own: Subscription, other: Subscription): Subscription {
  const spans = [...own.spans, ...other.spans].toSorted((a, b) => a.from - b.from);
  return { ...own, tried: own.tried || other.tried, spans };
}
