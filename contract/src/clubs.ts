import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, Outcome } from './outcome.ts';
import { CurrencyCode, Day, MemberId, MemberReference, MinorUnits, Name } from './values.ts';

const params = z.object({ clubId: Name });

const ChargeId = Name.meta({ description: 'Name it to the payment provider, and report its answer under it.' });

const Charge = z
  .object({
    id: ChargeId,
    amount: MinorUnits,
    currency: CurrencyCode,
    attempt: z.int().meta({ description: 'From 1.' }),
    from: Day,
    until: Day.meta({ description: 'The period that it pays for ends at 00:00 of this day.' }),
  })
  .meta({ id: 'Charge' });

const ClubOutcome = z
  .object({
    ...Outcome.shape,
    charge: Charge.exactOptional().meta({ description: 'What is to be charged now; benefits begin when it is paid.' }),
    refund: z
      .object({ charge: ChargeId, amount: MinorUnits, currency: CurrencyCode })
      .exactOptional()
      .meta({ description: 'What is to be paid back.' }),
    until: Day.exactOptional().meta({ description: 'The trial or period that began ends at 00:00 of this day.' }),
    ends: Day.exactOptional().meta({ description: 'Cancelled: over at 00:00 of this day.' }),
  })
  .meta({ id: 'ClubOutcome' });

export const Membership = z
  .object({
    club: z.string(),
    plan: z.string(),
    state: z.enum(['trial', 'paid', 'unpaid', 'over']),
    benefits: z.boolean().meta({ description: 'Whether its benefits count today.' }),
    until: Day,
    ends: Day.exactOptional(),
    charge: Charge.exactOptional().meta({ description: 'Not answered yet.' }),
  })
  .meta({ id: 'Membership' });

const common = [
  'unknown_member',
  'head_only',
  'member_left',
  'unknown_club',
  'too_far_ahead',
  'key_reused',
  'not_published',
] as const;

/** One says who, and which club. Leaving is as easy as joining. */
export const clubs = {
  joinClub: operation({
    method: 'POST',
    path: '/v1/clubs/{clubId}/join',
    scope: 'clubs:write',
    summary: 'Join a club',
    description:
      'Begins with the trial where the plan has one, otherwise with a charge. Joining again before a cancelled membership has ended takes the cancellation back.',
    params,
    body: z
      .strictObject({
        ...Occurrence,
        member: MemberReference,
        plan: Name.exactOptional().meta({ description: "The club's only plan when absent." }),
      })
      .meta({ id: 'ClubInput' }),
    output: ClubOutcome,
    status: 201,
    keyed: true,
    refusals: [
      ...common,
      'member_erased',
      'unknown_plan',
      'plan_not_offered',
      'condition_not_met',
      'already_subscribed',
    ],
  }),
  cancelClub: operation({
    method: 'POST',
    path: '/v1/clubs/{clubId}/cancel',
    scope: 'clubs:write',
    summary: 'Cancel a club',
    description: 'Answers when it ends and what is paid back. It asks for nothing but who it is.',
    params,
    body: z.strictObject({ ...Occurrence, member: MemberReference }).meta({ id: 'ClubCancellationInput' }),
    output: ClubOutcome,
    status: 201,
    keyed: true,
    refusals: [...common, 'not_subscribed', 'already_cancelled'],
  }),
  changeRenewal: operation({
    method: 'POST',
    path: '/v1/clubs/{clubId}/renewal',
    scope: 'clubs:write',
    summary: 'Turn renewal off, or on again',
    params,
    body: z.strictObject({ ...Occurrence, member: MemberReference, on: z.boolean() }).meta({ id: 'ClubRenewalInput' }),
    output: ClubOutcome,
    status: 201,
    keyed: true,
    refusals: [...common, 'not_subscribed'],
  }),
  useBenefit: operation({
    method: 'POST',
    path: '/v1/clubs/{clubId}/benefits',
    scope: 'clubs:write',
    summary: 'Report that a benefit of a club was used',
    description: 'For what is no purchase: a film, a song, a game. Refunds may depend on it.',
    params,
    body: z.strictObject({ ...Occurrence, member: MemberReference, benefit: Name }).meta({ id: 'BenefitInput' }),
    output: ClubOutcome,
    status: 201,
    keyed: true,
    refusals: [...common, 'too_late'],
  }),
  recordPayment: operation({
    method: 'POST',
    path: '/v1/payments',
    scope: 'payments:write',
    summary: 'Report what became of a charge',
    description:
      'The paid period, and the rewards that come with it, begin with `succeeded`. Money that nobody waits for any more is to be paid back.',
    body: z
      .strictObject({
        ...Occurrence,
        charge: ChargeId,
        outcome: z.enum(['succeeded', 'failed']),
        reference: Name.exactOptional().meta({ description: "The provider's own name for it." }),
      })
      .meta({ id: 'PaymentInput' }),
    output: ClubOutcome,
    status: 201,
    keyed: true,
    refusals: ['unknown_charge', 'too_late', 'too_far_ahead', 'key_reused', 'not_published'],
  }),
  listMemberships: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/clubs',
    scope: 'members:read',
    summary: "A member's clubs",
    params: z.object({ memberId: MemberId }),
    output: z.object({ items: z.array(Membership) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
};
