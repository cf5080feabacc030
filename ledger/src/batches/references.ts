import type { Reference } from '@trofast/engine';
import { accountOfEvent } from '../book/identifiers.ts';

/** What one account's decisions need, each thing once. */
export interface AccountReferences {
  readonly program: string;
  readonly account: string;
  /** Accounts that were merged into it, with the member who goes on for theirs. */
  readonly absorbed: Readonly<Record<string, string>>;
  readonly purchases: Set<string>;
  readonly events: Set<string>;
  readonly stock: Set<string>;
  /** Other accounts. */
  readonly others: Set<string>;
  /** Of several instants the earliest. */
  since: number | undefined;
}

export function noReferences(
  program: string,
  account: string,
  absorbed: AccountReferences['absorbed'] = {},
): AccountReferences {
  return {
    program,
    account,
    absorbed,
    purchases: new Set(),
    events: new Set(),
    stock: new Set(),
    others: new Set(),
    since: undefined,
  };
}

export function addReferences(to: AccountReferences, references: readonly Reference[]): void {
  for (const reference of references) addReference(to, reference);
}

function addReference(to: AccountReferences, reference: Reference): void {
  switch (reference.kind) {
    case 'purchase':
      to.purchases.add(reference.id);
      return;
    case 'event':
      to.events.add(reference.id);
      return;
    case 'stock':
      to.stock.add(reference.reward);
      return;
    case 'account':
      to.others.add(reference.id);
      return;
    case 'history':
      to.since = Math.min(to.since ?? reference.since, reference.since);
  }
}

/** An account's evidence is its own: another's purchase is as if it did not exist. */
export function ownEvents(references: AccountReferences): readonly string[] {
  return [...references.purchases, ...references.events].filter((id) => accountOfEvent(id) === references.account);
}
