import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, Outcome, Whereabouts } from './outcome.ts';
import { Attributes, MemberReference, Name } from './values.ts';

export const activities = {
  recordActivity: operation({
    method: 'POST',
    path: '/v1/activities',
    scope: 'activities:write',
    summary: 'Report something a member did that is no purchase',
    body: z
      .strictObject({
        ...Occurrence,
        member: MemberReference,
        activity: Name.meta({ examples: ['review', 'visit'] }),
        attributes: Attributes.exactOptional(),
        ...Whereabouts,
      })
      .meta({ id: 'ActivityInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'member_erased',
      'member_left',
      'too_late',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
};
