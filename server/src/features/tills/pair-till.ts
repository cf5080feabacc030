import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { clearPairing, takeCode } from './queries.ts';
import { noTillCookie, tillCookie } from './till-cookie.ts';
import { hashOfCode, newToken, tokenText } from './till-tokens.ts';

/** Thirty to the eighth codes, of which a handful count: guessing is hopeless long before this. */
const triesOfOneAddress = { tries: 20, minutes: 15 };

export async function pairTill(
  { database, attempts, source, tillTokens }: Context,
  { code }: Input<'pairTill'>,
): Promise<Answered<Output<'pairTill'>>> {
  if (!(await attempts.take(`till-code ${source.ip}`, triesOfOneAddress))) {
    return fail('rate_limited', { retryAfterSeconds: triesOfOneAddress.minutes * 60 });
  }
  const { secret, hash } = newToken();
  const row = await takeCode(database, hashOfCode(code), hash, Date.now());
  if (!row) return fail('code_wrong');
  tillTokens.forget(row.program_id, row.id);
  const cookie = tillCookie(tokenText(row.program_id, row.id, secret), isSecure(source.origin));
  return reply({ till: row.id, program: row.program_id }, { cookies: [cookie] });
}

export async function leaveTill({
  database,
  program,
  caller,
  source,
  tillTokens,
}: Context): Promise<Answered<undefined>> {
  const till = caller.till?.id ?? '';
  await clearPairing(database, program, till, Date.now());
  tillTokens.forget(program, till);
  return reply(undefined, { cookies: [noTillCookie(isSecure(source.origin))] });
}

function isSecure(origin: string): boolean {
  return origin.startsWith('https:');
}
