import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, Outcome, Whereabouts } from './outcome.ts';
import { MemberReference, Name } from './values.ts';

export const redemptions = {
  redeemReward: operation({
    method: 'POST',
    path: '/v1/redemptions',
    scope: 'redemptions:write',
    summary: 'Exchange points for a reward, at once',
    body: z
      .strictObject({
        ...Occurrence,
        member: MemberReference,
        reward: Name,
        times: z.int().min(1).max(100).exactOptional().meta({ description: 'How many of it; 1 when absent.' }),
        ...Whereabouts,
      })
      .meta({ id: 'RedemptionInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'member_erased',
      'member_left',
      'unknown_reward',
      'insufficient_points',
      'tier_too_low',
      'reward_not_offered',
      'reward_out_of_stock',
      'limit_reached',
      'minimum_not_met',
      'too_late',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
};
