import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { instantOf, instantText } from '../../instants.ts';
import { outcomeView, pointsAsked, programOfVersion, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';
import { publicHoldId } from './hold-id.ts';

export async function holdPoints(
  context: Context,
  input: Input<'holdPoints'>,
): Promise<Answered<Output<'holdPoints'>>> {
  const { programs, locale, key } = context;
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;
  const found = await findAccount(context, input.member);
  if (isRefusal(found)) return found;
  const asked = pointsAsked(
    programOfVersion(programs, Number.POSITIVE_INFINITY),
    input.amount,
    input.currency,
    'positive',
  );
  if (isRefused(asked)) return asked;

  const done = await recordEvent(context, {
    kind: 'hold',
    ...found,
    key,
    ...where,
    body: {
      currency: asked.currency.id,
      amount: asked.units,
      ...(input.until === undefined ? {} : { until: instantOf(input.until) }),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    },
  });
  if (isRefused(done)) return done;
  const { recorded, accountId, codes, replayed } = done;
  const held = recorded.facts.find((fact) => fact.fact === 'points_held');
  if (!held) throw new Error('A hold has no fact that says so');
  return reply(
    {
      ...outcomeView({ programs, recorded, accountId, codes, locale }),
      holdId: publicHoldId(accountId, held.hold),
      until: instantText(held.until),
    },
    { replayed },
  );
}
