import type { Input, Output } from '@trofast/contract';
import { isRefusal, refuse } from '@trofast/engine';
import { type Answered, type Context, isRefused, malformed, reply } from '../../context.ts';
import { outcomeView, pointsAsked, programOfVersion, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';
import { approvalLimit } from '../settings/index.ts';

export async function correctPoints(
  context: Context,
  input: Input<'correctPoints'>,
): Promise<Answered<Output<'correctPoints'>>> {
  const { programs, locale, key, caller } = context;
  const { reason, approvedBy } = input;
  // Whoever is signed in speaks for themselves, and a colleague answers by signing in too.
  const actor = caller.kind === 'staff' ? caller.name : input.actor;
  if (caller.kind === 'staff' && approvedBy !== undefined) {
    return malformed('/approvedBy', 'Ask for the correction on the member’s page; a colleague accepts it there.');
  }
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
  const { currency, units } = asked;
  const limit = await approvalLimit(context, programOfVersion(programs, Number.POSITIVE_INFINITY), currency.id);
  if (caller.kind === 'staff' && limit !== undefined && Math.abs(units) > limit) return refuse('approval_needed');
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;

  const done = await recordEvent(context, {
    kind: 'correction',
    ...found,
    key,
    ...where,
    actor,
    body: {
      currency: currency.id,
      amount: units,
      reason,
      ...(approvedBy === undefined ? {} : { approvedBy }),
    },
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
