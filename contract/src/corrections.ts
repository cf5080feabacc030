import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, Outcome } from './outcome.ts';
import { CurrencyKey, MemberReference, Name, PointsGiven, Text } from './values.ts';

export const corrections = {
  correctPoints: operation({
    method: 'POST',
    path: '/v1/corrections',
    scope: 'corrections:write',
    summary: 'Give or take points by hand, with a reason and an author',
    description: "Above the program's limit it needs `approvedBy`, a second person.",
    body: z
      .strictObject({
        ...Occurrence,
        member: MemberReference,
        amount: PointsGiven.meta({ description: 'Positive gives, negative takes.' }),
        currency: CurrencyKey.exactOptional().meta({ description: "The program's only currency when absent." }),
        reason: Text.min(1),
        actor: Name.meta({ description: 'Who decided it.' }),
        approvedBy: Name.exactOptional(),
      })
      .meta({ id: 'CorrectionInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'unknown_currency',
      'approval_needed',
      'insufficient_points',
      'too_late',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
};
