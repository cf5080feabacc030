import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { outcomeView } from '../events/index.ts';
import { recordForMember } from '../members/index.ts';

export async function recordActivity(
  context: Context,
  input: Input<'recordActivity'>,
): Promise<Answered<Output<'recordActivity'>>> {
  const { programs, locale } = context;
  const { activity, attributes } = input;
  const body = { activity, ...(attributes ? { attributes } : {}) };
  const done = await recordForMember(context, input, { kind: 'activity', body });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
