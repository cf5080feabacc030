import type { Input, Output } from '@trofast/contract';
import { isRefusal, parseDay } from '@trofast/engine';
import type { RequestOf } from '@trofast/ledger';
import { type Answered, type Context, isRefused, malformed, reply } from '../../context.ts';
import { outcomeView, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';

type Answer = Promise<Answered<Output<'activateOffer'>>>;
type OfferEvent = 'offer_activation' | 'offer_grant' | 'offer_withdrawal';
type Asked = { readonly [Kind in OfferEvent]: Pick<RequestOf<Kind>, 'kind' | 'body'> }[OfferEvent];

export async function activateOffer(context: Context, input: Input<'activateOffer'>): Answer {
  return await changeOffer(context, input, { kind: 'offer_activation', body: { offer: input.offerId } });
}

export async function grantOffer(context: Context, input: Input<'grantOffer'>): Answer {
  const { offerId: offer, code, through } = input;
  const last = through === undefined ? undefined : parseDay(through);
  if (through !== undefined && last === undefined) return malformed('/through', 'Write a date, as 2026-02-28.');
  const body = {
    offer,
    ...(code === undefined ? {} : { code }),
    ...(last === undefined ? {} : { through: last }),
  };
  return await changeOffer(context, input, { kind: 'offer_grant', body });
}

export async function withdrawOffer(context: Context, input: Input<'withdrawOffer'>): Answer {
  return await changeOffer(context, input, { kind: 'offer_withdrawal', body: { offer: input.offerId } });
}

async function changeOffer(
  context: Context,
  { member, occurredAt }: Pick<Input<'activateOffer'>, 'member' | 'occurredAt'>,
  asked: Asked,
): Answer {
  const { programs, locale, key } = context;
  const where = whereaboutsOf(occurredAt === undefined ? {} : { occurredAt });
  if (isRefused(where)) return where;
  const found = await findAccount(context, member);
  if (isRefusal(found)) return found;
  const done = await recordEvent(context, { ...asked, ...found, key, ...where });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
