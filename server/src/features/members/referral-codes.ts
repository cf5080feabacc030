import { type ReferredBy, type Refusal, refuse } from '@trofast/engine';
import type { Context } from '../../context.ts';

type Asked = Pick<Context, 'ledger' | 'program' | 'programs'>;

/** The member whose code a person joins with. */
export async function findReferrer(
  { ledger, program, programs }: Asked,
  code: string | undefined,
): Promise<ReferredBy | Refusal | undefined> {
  if (code === undefined) return undefined;
  const isOffered = programs.versions.some((version) => version.program.referral !== undefined);
  const found = isOffered ? await ledger.findReferrer(program, code) : undefined;
  return found ?? refuse('unknown_referral_code', { code });
}

/** What a member's friends join with, where the program has them brought. */
export async function referralCodeOf(
  { ledger, program, programs }: Asked,
  account: string,
  member: string,
): Promise<{ readonly referralCode?: string }> {
  if (programs.versions.at(-1)?.program.referral === undefined) return {};
  return { referralCode: await ledger.referralCode(program, account, member) };
}
