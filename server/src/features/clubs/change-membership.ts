import type { Input, Output } from '@trofast/contract';
import { type EventKind, isRefusal } from '@trofast/engine';
import type { RequestOf } from '@trofast/ledger';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';
import { clubView } from './club-view.ts';

type ClubEvent = Extract<EventKind, 'club_joined' | 'club_cancelled' | 'club_renewal' | 'benefit_use'>;
type Asked = { readonly [Kind in ClubEvent]: Pick<RequestOf<Kind>, 'kind' | 'body'> }[ClubEvent];
type Answer = Promise<Answered<Output<'joinClub'>>>;

export async function joinClub(context: Context, input: Input<'joinClub'>): Answer {
  const { clubId, plan } = input;
  const body = { club: clubId, ...(plan === undefined ? {} : { plan }) };
  return await changeMembership(context, input, { kind: 'club_joined', body });
}

export async function cancelClub(context: Context, input: Input<'cancelClub'>): Answer {
  return await changeMembership(context, input, { kind: 'club_cancelled', body: { club: input.clubId } });
}

export async function changeRenewal(context: Context, input: Input<'changeRenewal'>): Answer {
  const { clubId, on } = input;
  return await changeMembership(context, input, { kind: 'club_renewal', body: { club: clubId, on } });
}

export async function useBenefit(context: Context, input: Input<'useBenefit'>): Answer {
  const { clubId, benefit } = input;
  return await changeMembership(context, input, { kind: 'benefit_use', body: { club: clubId, benefit } });
}

async function changeMembership(
  context: Context,
  { member, occurredAt }: Pick<Input<'cancelClub'>, 'member' | 'occurredAt'>,
  asked: Asked,
): Answer {
  const { programs, locale, key } = context;
  const where = whereaboutsOf(occurredAt === undefined ? {} : { occurredAt });
  if (isRefused(where)) return where;
  const found = await findAccount(context, member);
  if (isRefusal(found)) return found;
  const done = await recordEvent(context, { ...asked, ...found, key, ...where });
  if (isRefused(done)) return done;
  return reply(clubView({ programs, ...done, locale }), { replayed: done.replayed });
}
