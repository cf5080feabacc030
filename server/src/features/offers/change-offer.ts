import type { Input, Output } from '@trofast/contract';
import { parseDay } from '@trofast/engine';
import { type Answered, type Context, isRefused, malformed, reply } from '../../context.ts';
import { outcomeView } from '../events/index.ts';
import { recordForMember } from '../members/index.ts';

type Answer = Promise<Answered<Output<'activateOffer'>>>;

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
  asked: Parameters<typeof recordForMember>[2],
): Answer {
  const { programs, locale } = context;
  const said = { member, ...(occurredAt === undefined ? {} : { occurredAt }) };
  const done = await recordForMember(context, said, asked);
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
