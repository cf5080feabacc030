import type { Account, Event, Fact } from '@trofast/engine';

/** Hashes of addresses come from the program's own secret: the same history elsewhere has others. */
export function eventWithoutHashes(event: Event): Event {
  return { ...event, body: withoutAddress(event.body) } as Event;
}

export function factWithoutHashes(fact: Fact): Fact {
  return withoutAddress(fact);
}

export function accountWithoutHashes(account: Account): Account {
  const members = Object.entries(account.members).map(([id, member]) => [id, withoutAddress(member)] as const);
  return { ...account, members: Object.fromEntries(members) };
}

function withoutAddress<T extends object>(value: T): T {
  if (!('address' in value)) return value;
  const { address: _, ...rest } = value;
  return rest as T;
}
