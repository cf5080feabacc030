import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { outcomeView, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';

export async function recordActivity(
  context: Context,
  input: Input<'recordActivity'>,
): Promise<Answered<Output<'recordActivity'>>> {
  const { programs, locale, key } = context;
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;
  const found = await findAccount(context, input.member);
  if (isRefusal(found)) return found;

  const { activity, attributes } = input;
  const done = await recordEvent(context, {
    kind: 'activity',
    ...found,
    key,
    ...where,
    body: { activity, ...(attributes ? { attributes } : {}) },
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
