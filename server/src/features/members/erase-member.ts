import type { Input } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { recordEvent } from '../events/index.ts';
import { loadMember } from './load-member.ts';

export async function eraseMember(context: Context, { memberId }: Input<'eraseMember'>): Promise<Answered<undefined>> {
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const done = await recordEvent(context, {
    kind: 'erased',
    account: loaded.account.id,
    member: memberId,
    key: memberId,
    body: { member: memberId },
    actor: context.caller.name,
  });
  if (isRefused(done)) return done;
  await context.memberSignIn.forget(context.program, memberId);
  await context.mail.forget(context.program, memberId);
  return reply(undefined, { replayed: done.replayed });
}
