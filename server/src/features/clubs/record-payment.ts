import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { recordEvent, whereaboutsOf } from '../events/index.ts';
import { chargeOf } from './charge-id.ts';
import { clubView } from './club-view.ts';

export async function recordPayment(
  context: Context,
  { charge: id, outcome, reference, occurredAt }: Input<'recordPayment'>,
): Promise<Answered<Output<'recordPayment'>>> {
  const { programs, locale, key } = context;
  const where = whereaboutsOf(occurredAt === undefined ? {} : { occurredAt });
  if (isRefused(where)) return where;
  const found = await chargeOf(context, id);
  if (isRefusal(found)) return found;
  const { account, charge } = found;
  const body = { charge, outcome, ...(reference === undefined ? {} : { reference }) };
  const done = await recordEvent(context, { kind: 'payment', account, key, ...where, body });
  if (isRefused(done)) return done;
  return reply(clubView({ programs, ...done, locale }), { replayed: done.replayed });
}
