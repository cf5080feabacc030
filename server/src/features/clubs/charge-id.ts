import { type Refusal, refuse } from '@trofast/engine';
import { accountOfEvent } from '@trofast/ledger';
import type { Context } from '../../context.ts';

/** In the account a charge has a short id; outside it begins with the account, so that its payment finds it. */
export function publicChargeId(account: string, charge: string): string {
  return `${account}-${charge}`;
}

/** Whose charge it is, and its id there. */
export async function chargeOf(
  { ledger, program }: Pick<Context, 'ledger' | 'program'>,
  id: string,
): Promise<{ readonly account: string; readonly charge: string } | Refusal> {
  // The charge's own id has a dash: SEQUENCE-N.
  const account = accountOfEvent(id.slice(0, Math.max(0, id.lastIndexOf('-'))));
  const found = account === '' ? undefined : await ledger.account(program, account);
  return found ? { account, charge: id.slice(account.length + 1) } : refuse('unknown_charge', { charge: id });
}
