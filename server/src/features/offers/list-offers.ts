import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { loadMember } from '../members/index.ts';
import { benefitViews, challengeViews, offerViews } from './offer-views.ts';

export async function listOffers(
  context: Context,
  { memberId: member }: Input<'listOffers'>,
): Promise<Answered<Output<'listOffers'>>> {
  const loaded = await loadMember(context, member);
  if (isRefusal(loaded)) return loaded;
  return reply({ at: instantText(loaded.at), items: offerViews({ ...loaded, member }, context.locale) });
}

export async function listChallenges(
  context: Context,
  { memberId: member }: Input<'listChallenges'>,
): Promise<Answered<Output<'listChallenges'>>> {
  const loaded = await loadMember(context, member);
  if (isRefusal(loaded)) return loaded;
  return reply({ at: instantText(loaded.at), items: challengeViews({ ...loaded, member }, context.locale) });
}

export async function listBenefits(
  context: Context,
  { memberId: member }: Input<'listBenefits'>,
): Promise<Answered<Output<'listBenefits'>>> {
  const loaded = await loadMember(context, member);
  if (isRefusal(loaded)) return loaded;
  return reply({ at: instantText(loaded.at), items: benefitViews({ ...loaded, member }, context.locale) });
}
