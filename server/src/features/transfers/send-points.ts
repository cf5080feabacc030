import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, malformed, reply } from '../../context.ts';
import { outcomeView, pointsAsked, programOfVersion, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount, loadMember } from '../members/index.ts';

export async function sendPoints(
  context: Context,
  input: Input<'sendPoints'>,
): Promise<Answered<Output<'sendPoints'>>> {
  const { programs, locale, key } = context;
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;
  const [from, to] = await Promise.all([findAccount(context, input.member), findAccount(context, input.to)]);
  if (isRefusal(from)) return from;
  if (isRefusal(to)) return to;
  if (from.account === to.account) return malformed('/to', 'Say another account: these points are there already.');
  // A member who is known to be gone need not wait for the points to come back.
  const receiver = await loadMember(context, to.member);
  if (isRefusal(receiver)) return receiver;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const asked = pointsAsked(newest, input.amount, input.currency, 'positive');
  if (isRefused(asked)) return asked;
  const done = await recordEvent(context, {
    kind: 'transfer_sent',
    ...from,
    key,
    ...where,
    body: { currency: asked.currency.id, amount: asked.units, to: to.account, toMember: to.member },
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
