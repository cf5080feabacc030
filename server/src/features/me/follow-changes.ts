import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { loadMyself } from './myself.ts';

export async function followChanges(
  context: Context,
  { cursor }: Input<'followChanges'>,
): Promise<Answered<Output<'followChanges'>>> {
  const { changes, program } = context;
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const seen = Number(cursor);
  const now = await changes.next({ program, account: myself.account.id }, seen);
  return reply({ cursor: String(now), changed: now > seen });
}
