import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, Outcome } from './outcome.ts';
import { Measure } from './statement.ts';
import { Day, EventKey, Instant, MemberId, MemberReference, Name } from './values.ts';

const params = z.object({ offerId: Name });
const ofMember = z.object({ memberId: MemberId });

const Progress = z
  .object({ counter: z.string(), has: Measure, wants: Measure, missing: Measure })
  .meta({ id: 'Progress', description: 'What has been done of what is wanted.' });

const Offer = z
  .object({
    offer: z.string(),
    name: z.string(),
    sentence: z.string().meta({ description: 'What it gives, to whom and for how long.' }),
    state: z.enum(['open', 'used_up', 'to_activate', 'closed']),
    from: Day.exactOptional(),
    until: Day.exactOptional().meta({ description: 'Over at 00:00 of this day.' }),
    usesLeft: z.int().exactOptional(),
    activationsLeft: z.int().exactOptional(),
    progress: Progress.exactOptional(),
    code: z.string().exactOptional().meta({ description: "To be shown or entered: the member's own." }),
  })
  .meta({ id: 'Offer', description: 'An offer of the program, as it stands for one member.' });

const Challenge = z
  .object({
    challenge: z.string(),
    name: z.string(),
    sentence: z.string(),
    badge: z.string().exactOptional().meta({ description: 'Of whoever has completed it.' }),
    done: z.int().meta({ description: 'How often it has been completed.' }),
    steps: z.array(z.object({ step: z.string(), name: z.string(), ...Progress.shape })),
    streak: z
      .object({ has: z.int(), wants: z.int(), endsOn: Day.exactOptional() })
      .exactOptional()
      .meta({ description: 'How many in a row; broken at 00:00 of `endsOn` if nothing more is done.' }),
    until: Day.exactOptional().meta({ description: 'What counts for its steps is over at 00:00 of this day.' }),
  })
  .meta({ id: 'Challenge' });

const Benefit = z
  .object({
    benefit: z.string(),
    name: z.string(),
    isOpen: z.boolean(),
    from: Day.exactOptional().meta({ description: 'For this member.' }),
    until: Day.exactOptional(),
  })
  .meta({ id: 'Benefit', description: 'What a member is entitled to, or will be.' });

const common = [
  'unknown_member',
  'member_erased',
  'member_left',
  'unknown_offer',
  'offer_closed',
  'too_far_ahead',
  'key_reused',
  'not_published',
] as const;

/** Offers are taken up by members or given by the shop; what they collected and completed is there to be seen. */
export const offers = {
  listOffers: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/offers',
    scope: 'balance:read',
    summary: 'Offers that are open for a member, or can be activated',
    params: ofMember,
    output: z.object({ at: Instant, items: z.array(Offer) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listChallenges: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/challenges',
    scope: 'balance:read',
    summary: 'Challenges of a member: progress, rows and badges',
    params: ofMember,
    output: z.object({ at: Instant, items: z.array(Challenge) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listBenefits: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/benefits',
    scope: 'balance:read',
    summary: 'What a member is entitled to, now or soon',
    params: ofMember,
    output: z.object({ at: Instant, items: z.array(Benefit) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  activateOffer: operation({
    method: 'POST',
    path: '/v1/offers/{offerId}/activate',
    scope: 'activities:write',
    summary: 'Activate an offer for a member',
    params,
    body: z.strictObject({ ...Occurrence, member: MemberReference }).meta({ id: 'OfferActivationInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [...common, 'condition_not_met', 'already_activated', 'limit_reached'],
  }),
  grantOffer: operation({
    method: 'POST',
    path: '/v1/offers/{offerId}/grant',
    scope: 'vouchers:write',
    summary: 'Give a member an offer of their own',
    description: 'With a `code` it only counts in purchases that name it. It ends with the offer, or before.',
    params,
    body: z
      .strictObject({
        ...Occurrence,
        member: MemberReference,
        code: Name.exactOptional(),
        through: Day.exactOptional().meta({ description: 'Its last day.' }),
      })
      .meta({ id: 'OfferGrantInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [...common, 'condition_not_met', 'already_activated'],
  }),
  withdrawOffer: operation({
    method: 'POST',
    path: '/v1/offers/{offerId}/withdraw',
    scope: 'vouchers:write',
    summary: "Take a member's offer away",
    params,
    body: z.strictObject({ ...Occurrence, member: MemberReference }).meta({ id: 'OfferWithdrawalInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: common,
  }),
  listMyOffers: operation({
    method: 'GET',
    path: '/v1/me/offers',
    scope: 'self',
    summary: 'My offers',
    output: z.object({ at: Instant, items: z.array(Offer) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listMyChallenges: operation({
    method: 'GET',
    path: '/v1/me/challenges',
    scope: 'self',
    summary: 'My challenges and badges',
    output: z.object({ at: Instant, items: z.array(Challenge) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  activateMyOffer: operation({
    method: 'POST',
    path: '/v1/me/offers/{offerId}/activate',
    scope: 'self',
    summary: 'Activate an offer',
    params,
    body: z.strictObject({ id: EventKey.exactOptional() }).meta({ id: 'MyOfferActivationInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [...common, 'condition_not_met', 'already_activated', 'limit_reached'],
  }),
};
