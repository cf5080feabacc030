import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, Outcome, Whereabouts } from './outcome.ts';
import { CurrencyKey, MemberReference, PointsGiven } from './values.ts';

export const transfers = {
  sendPoints: operation({
    method: 'POST',
    path: '/v1/transfers',
    scope: 'redemptions:write',
    summary: 'Send points to another member',
    description:
      'They leave at once and arrive a moment later, with the dates they had; what the other account cannot take comes back.',
    body: z
      .strictObject({
        ...Occurrence,
        member: MemberReference,
        to: MemberReference,
        amount: PointsGiven,
        currency: CurrencyKey.exactOptional().meta({ description: "The program's only currency when absent." }),
        ...Whereabouts,
      })
      .meta({ id: 'TransferInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'member_erased',
      'member_left',
      'unknown_currency',
      'not_transferable',
      'minimum_not_met',
      'limit_reached',
      'insufficient_points',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
};
