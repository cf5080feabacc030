import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, Outcome } from './outcome.ts';
import { MemberId, MemberReference } from './values.ts';

export const merges = {
  mergeMembers: operation({
    method: 'POST',
    path: '/v1/members/{memberId}/merge',
    scope: 'members:write',
    summary: 'Merge a membership into another one of the same person',
    description:
      'The one of the path ends and gives all that it has to the other: points with their dates, debts, vouchers, what was counted, levels, cards, e-mail and phone. Its id, late purchases and returns find their way to the other. It is not undone.',
    params: z.object({ memberId: MemberId }),
    body: z
      .strictObject({ ...Occurrence, into: MemberReference })
      .meta({ id: 'MergeInput', examples: [{ id: 'merge-17', into: { email: 'member@example.com' } }] }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'member_erased',
      'member_left',
      'member_merged',
      'market_differs',
      'household_not_empty',
      'hold_open',
      'transfer_open',
      'club_running',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
};
