import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { findAccount } from './find-account.ts';
import { loadMember, memberView } from './load-member.ts';

export async function getMember(
  context: Context,
  { memberId }: Input<'getMember'>,
): Promise<Answered<Output<'getMember'>>> {
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  return reply(await memberView(context, memberId, loaded));
}

export async function findMember(
  context: Context,
  reference: Input<'findMember'>,
): Promise<Answered<Output<'findMember'>>> {
  const found = await findAccount(context, reference);
  if (isRefusal(found)) return reply({ items: [] });
  const loaded = await loadMember(context, found.member);
  if (isRefusal(loaded)) return reply({ items: [] });
  return reply({ items: [await memberView(context, found.member, loaded)] });
}
