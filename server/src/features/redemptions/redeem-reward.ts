import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { outcomeView, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';

export async function redeemReward(
  context: Context,
  input: Input<'redeemReward'>,
): Promise<Answered<Output<'redeemReward'>>> {
  const { programs, locale, key } = context;
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;
  const found = await findAccount(context, input.member);
  if (isRefusal(found)) return found;

  const { reward, times, store } = input;
  const done = await recordEvent(context, {
    kind: 'redemption',
    ...found,
    key,
    ...where,
    body: { reward, ...(times === undefined ? {} : { times }), ...(store === undefined ? {} : { store }) },
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
