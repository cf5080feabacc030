import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { recordForMember } from '../members/index.ts';
import { clubView } from './club-view.ts';

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
  asked: Parameters<typeof recordForMember>[2],
): Answer {
  const { programs, locale } = context;
  const said = { member, ...(occurredAt === undefined ? {} : { occurredAt }) };
  const done = await recordForMember(context, said, asked);
  if (isRefused(done)) return done;
  return reply(clubView({ programs, ...done, locale }), { replayed: done.replayed });
}
