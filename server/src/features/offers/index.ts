import type { Verbs } from '../../context.ts';
import { activateOffer, grantOffer, withdrawOffer } from './change-offer.ts';
import { listBenefits, listChallenges, listOffers } from './list-offers.ts';
import { activateMyOffer, listMyChallenges, listMyOffers } from './my-offers.ts';

export const offers = {
  listOffers,
  listChallenges,
  listBenefits,
  activateOffer,
  grantOffer,
  withdrawOffer,
  listMyOffers,
  listMyChallenges,
  activateMyOffer,
} satisfies Verbs<
  | 'listOffers'
  | 'listChallenges'
  | 'listBenefits'
  | 'activateOffer'
  | 'grantOffer'
  | 'withdrawOffer'
  | 'listMyOffers'
  | 'listMyChallenges'
  | 'activateMyOffer'
>;
