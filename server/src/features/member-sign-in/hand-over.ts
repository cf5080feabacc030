import { randomBytes } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, fail, isRefused, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { findAccount, loadMember } from '../members/index.ts';
import { countPasskeys, saveHandOverSecret, selectHandOverSecret } from './queries.ts';
import { readHandOver } from './read-hand-over.ts';
import { askedProgram } from './sign-in-with-code.ts';

const triesOfOneCaller = { tries: 120, minutes: 15 };

export async function handOverMember(
  context: Context,
  { token }: Input<'handOverMember'>,
): Promise<Answered<Output<'handOverMember'>>> {
  const asked = await askedProgram(context);
  if (isRefused(asked)) return asked;
  const { database, attempts, source, memberSignIn } = context;
  const program = asked.id;
  if (!(await attempts.take(`hand-over-from ${source.ip}`, triesOfOneCaller))) {
    return fail('rate_limited', { retryAfterSeconds: triesOfOneCaller.minutes * 60 });
  }
  const secret = await selectHandOverSecret(database, program);
  if (!secret) return fail('hand_over_invalid', { detail: 'This program has no hand-over secret yet.' });
  const read = readHandOver(token, secret, program, Date.now());
  if (typeof read === 'string') return fail('hand_over_invalid', { detail: read });
  if (!(await attempts.takeOnce(`hand-over ${program} ${read.jti}`, read.expiresAt))) {
    return fail('hand_over_invalid', { detail: 'It has been used.' });
  }
  const reference = read.member === undefined ? { externalId: read.externalId ?? '' } : { id: read.member };
  const found = await findAccount({ ...context, program }, reference);
  if (isRefusal(found)) return fail('hand_over_invalid', { detail: 'It names no member of this program.' });
  const loaded = await loadMember({ ...context, program }, found.member);
  if (isRefusal(loaded)) return fail('hand_over_invalid', { detail: 'It names no member of this program.' });
  const { cookies } = await memberSignIn.handOver(source, {
    program,
    account: loaded.account.id,
    member: found.member,
  });
  return reply({ memberId: found.member, passkeys: await countPasskeys(database, program, found.member) }, { cookies });
}

export async function createHandOverSecret(
  { database }: Context,
  { programId }: Input<'createHandOverSecret'>,
): Promise<Answered<Output<'createHandOverSecret'>>> {
  const secret = randomBytes(32).toString('base64url');
  const now = Date.now();
  // The shop's developer signs with the text as it is shown.
  await saveHandOverSecret(database, programId, Buffer.from(secret, 'utf8'), now);
  return reply({ secret, createdAt: instantText(now) });
}
