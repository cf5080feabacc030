import { z } from 'zod';
import { known, Member, personal } from './members.ts';
import { operation } from './operation.ts';
import { Occurrence, Outcome } from './outcome.ts';
import { MemberId, Name } from './values.ts';

const params = z.object({ memberId: MemberId });

/** Several persons on one account, where the program has households. */
export const households = {
  joinHousehold: operation({
    method: 'POST',
    path: '/v1/members/{memberId}/household',
    scope: 'members:write',
    summary: 'Take one more person into a household',
    description:
      'The path names anyone of the household. The person becomes a member of its account; an `address` is compared with the head’s.',
    params,
    body: z
      .strictObject({ ...Occurrence, role: Name, ...personal, ...known })
      .meta({ id: 'HouseholdInput', examples: [{ role: 'adult', address: '1 High Street' }] }),
    output: Member,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'member_erased',
      'already_enrolled',
      'unknown_role',
      'role_closed',
      'role_full',
      'address_differs',
      'condition_not_met',
      'unknown_list',
      'identity_taken',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
  leaveHousehold: operation({
    method: 'POST',
    path: '/v1/members/{memberId}/household/leave',
    scope: 'members:write',
    summary: 'Leave a household',
    description: 'Points stay with the account. E-mail, phone and cards are free for an enrolment of one’s own.',
    params,
    body: z.strictObject({ ...Occurrence }).meta({ id: 'HouseholdLeaveInput' }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'member_erased',
      'head_stays',
      'member_left',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
};
