import { carriedId, originOfCarried } from '@trofast/engine';
import { bucketOfHash, bucketOfText } from '../book/buckets.ts';
import { claimedHash, voucherCode } from '../book/hashes.ts';
import { codeHash, identityHash } from '../claims/claims.ts';
import type { MemberFound, VoucherFound } from '../ledger.ts';
import type { Identity, PersonalValues } from '../requests.ts';
import { findAccount, type ReadContext } from './read-account.ts';
import { secretOf } from './read-events.ts';

export async function findMember(
  context: ReadContext,
  program: string,
  identity: Identity,
): Promise<MemberFound | undefined> {
  const valueHash = identityHash(await secretOf(context, program), identity);
  const owner = await findOwner(context, program, identity.kind, valueHash);
  return owner && { account: owner.account_id, member: owner.subject };
}

export async function findVoucher(
  context: ReadContext,
  program: string,
  code: string,
): Promise<VoucherFound | undefined> {
  const owner = await findOwner(context, program, 'voucher_code', codeHash(await secretOf(context, program), code));
  if (!owner) return undefined;
  const merged = await mergedInto(context, program, owner.account_id);
  if (merged === undefined) return { account: owner.account_id, voucher: owner.subject };
  return { account: merged, voucher: carriedId(owner.account_id, owner.subject) };
}

export async function codeOfVoucher(context: ReadContext, program: string, account: string, voucher: string) {
  const { account: from, id } = originOfCarried(voucher) ?? { account, id: voucher };
  return voucherCode(await secretOf(context, program), from, id);
}

/** The account that a merged one goes on in, whatever that was merged into itself. */
async function mergedInto(context: ReadContext, program: string, account: string): Promise<string | undefined> {
  const found = await findAccount(context, program, account);
  const next = found?.account.merged?.account;
  return next === undefined ? undefined : ((await mergedInto(context, program, next)) ?? next);
}

/** As people write it: case, punctuation and spaces do not matter. */
export async function hashAddress(context: ReadContext, program: string, address: string): Promise<string> {
  const compared = address.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return claimedHash(await secretOf(context, program), 'address', compared.trim()).toString('base64url');
}

export async function findOwner({ database, buckets }: ReadContext, program: string, kind: string, valueHash: Buffer) {
  const { rows } = await database.query<{ account_id: string; subject: string }>(
    'select account_id, subject from claim where bucket = $1 and program_id = $2 and kind = $3 and value_hash = $4',
    [bucketOfHash(valueHash, buckets), program, kind, valueHash],
  );
  return rows[0];
}

export async function readPerson(
  { database, buckets }: ReadContext,
  program: string,
  account: string,
  member: string,
): Promise<PersonalValues | undefined> {
  const { rows } = await database.query<{ body: string | null }>(
    'select body from member_private where bucket = $1 and program_id = $2 and account_id = $3 and member_id = $4',
    [bucketOfText(account, buckets), program, account, member],
  );
  return rows[0]?.body == null ? undefined : JSON.parse(rows[0].body);
}
