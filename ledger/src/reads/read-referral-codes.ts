import { bucketOfHash } from '../book/buckets.ts';
import { referralCode } from '../book/hashes.ts';
import { referralHash } from '../claims/claims.ts';
import { referralClaim } from '../claims/referral-codes.ts';
import type { MemberFound } from '../ledger.ts';
import type { ReadContext } from './read-account.ts';
import { secretOf } from './read-events.ts';
import { findOwner } from './read-owners.ts';

/** The same whenever asked. Who became a member before the program had referrals gets theirs when it is first asked for. */
export async function readReferralCode(
  context: ReadContext,
  program: string,
  account: string,
  member: string,
): Promise<string> {
  const secret = await secretOf(context, program);
  const { kind, valueHash, subject } = referralClaim(secret, program, account, member);
  if ((await findOwner(context, program, kind, valueHash)) === undefined) {
    await context.database.query(
      `insert into claim (bucket, program_id, kind, value_hash, account_id, subject) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [bucketOfHash(valueHash, context.buckets), program, kind, valueHash, account, subject],
    );
  }
  return referralCode(secret, member);
}

export async function findReferrer(
  context: ReadContext,
  program: string,
  code: string,
): Promise<MemberFound | undefined> {
  const hash = referralHash(await secretOf(context, program), code);
  const owner = await findOwner(context, program, 'referral_code', hash);
  return owner && { account: owner.account_id, member: owner.subject };
}
