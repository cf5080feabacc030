import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { accountOfEvent } from '@trofast/ledger';
import { type Answered, type Context, isRefused, malformed, reply } from '../../context.ts';
import { instantOf } from '../../instants.ts';
import { outcomeView, recordEvent } from '../events/index.ts';
import { findAccount } from '../members/index.ts';

export async function mergeMembers(
  context: Context,
  { memberId, into: wanted, occurredAt }: Input<'mergeMembers'>,
): Promise<Answered<Output<'mergeMembers'>>> {
  const { programs, locale, key, caller } = context;
  const into = await findAccount(context, wanted);
  if (isRefusal(into)) return into;
  const account = accountOfEvent(memberId);
  if (into.account === account)
    return malformed('/into', 'Say another membership: this one cannot be merged into itself.');
  const done = await recordEvent(context, {
    kind: 'merged',
    account,
    member: memberId,
    key,
    actor: caller.actor,
    body: { into: into.account, intoMember: into.member },
    ...(occurredAt === undefined ? {} : { occurredAt: instantOf(occurredAt) }),
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
