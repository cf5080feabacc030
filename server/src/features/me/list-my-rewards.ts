import type { Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { balancesOf } from './balances.ts';
import { rewardsOf } from './my-rewards.ts';
import { loadMyself } from './myself.ts';

export async function listMyRewards(context: Context): Promise<Answered<Output<'listMyRewards'>>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  return reply({ balances: balancesOf(myself, context.locale), items: await rewardsOf(context, myself) });
}
