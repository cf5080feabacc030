import { z } from 'zod';
import { FactRecord } from './events.ts';
import { operation } from './operation.ts';
import { QuoteOutcome, Whereabouts } from './outcome.ts';
import { Basket } from './purchases.ts';
import { Instant, MemberReference } from './values.ts';

export const quotes = {
  quotePurchase: operation({
    method: 'POST',
    path: '/v1/quotes',
    scope: 'quotes:read',
    summary: 'What a basket would earn, cost and unlock',
    description: 'Records nothing. The same basket sent as a purchase at the same moment gives the same.',
    body: z
      .strictObject({
        member: MemberReference,
        occurredAt: Instant.exactOptional(),
        ...Basket,
        ...Whereabouts,
        facts: z
          .boolean()
          .exactOptional()
          .meta({ description: 'True: answers the facts as well, as the feed would have them.' }),
      })
      .meta({ id: 'QuoteInput' }),
    output: z
      .object({
        ...QuoteOutcome.shape,
        rules: z.array(z.string()).exactOptional(),
        facts: z.array(FactRecord).exactOptional(),
      })
      .meta({ id: 'QuoteOutcome', description: 'What a purchase would earn, cost and unlock. Nothing is recorded.' }),
    refusals: [
      'unknown_member',
      'member_erased',
      'member_left',
      'currency_mismatch',
      'too_late',
      'too_far_ahead',
      'unknown_voucher',
      'unknown_hold',
      'unknown_reward',
      'unknown_line',
      'insufficient_points',
      'voucher_not_yet_valid',
      'voucher_expired',
      'voucher_used',
      'minimum_not_met',
      'hold_ended',
      'tier_too_low',
      'reward_not_offered',
      'reward_out_of_stock',
      'limit_reached',
      'condition_not_met',
      'not_combinable',
      'not_published',
    ],
  }),
};
