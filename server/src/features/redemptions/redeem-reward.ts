import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { outcomeView } from '../events/index.ts';
import { recordForMember } from '../members/index.ts';

export async function redeemReward(
  context: Context,
  input: Input<'redeemReward'>,
): Promise<Answered<Output<'redeemReward'>>> {
  const { programs, locale } = context;
  const { reward, times, store } = input;
  const body = { reward, ...(times === undefined ? {} : { times }), ...(store === undefined ? {} : { store }) };
  const done = await recordForMember(context, input, { kind: 'redemption', body });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
