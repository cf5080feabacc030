import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { outcomeView, recordEvent } from '../events/index.ts';
import { loadMyself } from '../me/index.ts';
import { challengeViews, offerViews } from './offer-views.ts';

export async function listMyOffers(context: Context): Promise<Answered<Output<'listMyOffers'>>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const items = offerViews({ ...myself, member: myself.memberId }, context.locale);
  return reply({ at: instantText(myself.at), items });
}

export async function listMyChallenges(context: Context): Promise<Answered<Output<'listMyChallenges'>>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const items = challengeViews({ ...myself, member: myself.memberId }, context.locale);
  return reply({ at: instantText(myself.at), items });
}

export async function activateMyOffer(
  context: Context,
  { offerId }: Input<'activateMyOffer'>,
): Promise<Answered<Output<'activateMyOffer'>>> {
  const { programs, key, locale } = context;
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const done = await recordEvent(context, {
    kind: 'offer_activation',
    account: myself.account.id,
    member: myself.memberId,
    channel: 'portal',
    key,
    body: { offer: offerId },
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
