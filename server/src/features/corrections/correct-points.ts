import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, malformed, reply } from '../../context.ts';
import { outcomeView, pointsAsked, programOfVersion, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';

export async function correctPoints(
  context: Context,
  input: Input<'correctPoints'>,
): Promise<Answered<Output<'correctPoints'>>> {
  const { programs, locale, key } = context;
  const { actor, reason, approvedBy } = input;
  // Two pairs of eyes are not one pair twice.
  if (approvedBy === actor) return malformed('/approvedBy', 'A second person must approve, not the one who asks.');
  const found = await findAccount(context, input.member);
  if (isRefusal(found)) return found;
  const asked = pointsAsked(
    programOfVersion(programs, Number.POSITIVE_INFINITY),
    input.amount,
    input.currency,
    'either',
  );
  if (isRefused(asked)) return asked;
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;

  const done = await recordEvent(context, {
    kind: 'correction',
    ...found,
    key,
    ...where,
    actor,
    body: {
      currency: asked.currency.id,
      amount: asked.units,
      reason,
      ...(approvedBy === undefined ? {} : { approvedBy }),
    },
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
