import { z } from 'zod';
import { operation } from './operation.ts';
import { HoldOutcome, Occurrence, Outcome, Whereabouts } from './outcome.ts';
import { CurrencyKey, EventKey, Instant, MemberReference, PointsGiven, Text } from './values.ts';

const params = z.object({ holdId: z.string().min(1).max(200) });

export const holds = {
  holdPoints: operation({
    method: 'POST',
    path: '/v1/holds',
    scope: 'redemptions:write',
    summary: 'Set points aside',
    description: 'They cannot be spent or expire while held. The hold lets go by itself at `until`.',
    body: z
      .strictObject({
        ...Occurrence,
        member: MemberReference,
        amount: PointsGiven,
        currency: CurrencyKey.exactOptional().meta({ description: "The program's only currency when absent." }),
        until: Instant.exactOptional().meta({ description: 'As long as the program allows when absent.' }),
        reason: Text.exactOptional(),
        ...Whereabouts,
      })
      .meta({ id: 'HoldInput' }),
    output: HoldOutcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'member_erased',
      'member_left',
      'unknown_currency',
      'insufficient_points',
      'hold_too_long',
      'too_late',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
  captureHold: operation({
    method: 'POST',
    path: '/v1/holds/{holdId}/capture',
    scope: 'redemptions:write',
    summary: 'Spend held points, all or some',
    description: 'What is not captured goes back.',
    params,
    body: z.strictObject({
      id: EventKey.exactOptional(),
      amount: PointsGiven.exactOptional().meta({ description: 'All of the hold when absent.' }),
    }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: ['unknown_hold', 'hold_ended', 'insufficient_points', 'key_reused', 'not_published'],
  }),
  releaseHold: operation({
    method: 'POST',
    path: '/v1/holds/{holdId}/release',
    scope: 'redemptions:write',
    summary: 'Let held points go back',
    params,
    body: z.strictObject({ id: EventKey.exactOptional() }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: ['unknown_hold', 'hold_ended', 'key_reused', 'not_published'],
  }),
};
