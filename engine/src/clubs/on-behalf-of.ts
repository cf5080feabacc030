import type { Draft } from '../draft.ts';
import { headOf } from '../households/households.ts';
import { ownerOfKey } from '../scopes.ts';

/**
 * Lets something happen for the member whose a scoped key is, although the event names nobody: the clock has no
 * member of its own. What is the account's is its head's.
 */
export function onBehalfOf(draft: Draft, key: string, act: (own: Draft) => void): void {
  const owner = memberOf(draft, key);
  if (owner === undefined || draft.event.member !== undefined) {
    act(draft);
    return;
  }
  const own: Draft = { ...draft, event: { ...draft.event, member: owner } };
  act(own);
  // Facts, reading and account are shared; what is counted in the draft itself is not.
  for (const count of ['lots', 'vouchers', 'charges'] as const) draft[count] = own[count];
}

function memberOf({ account }: Draft, key: string): string | undefined {
  const named = /^@member:(.*)$/.exec(ownerOfKey(key))?.[1];
  if (named !== undefined) return named;
  return headOf(account);
}
