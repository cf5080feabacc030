import { z } from 'zod';
import { operation } from './operation.ts';
import { Outcome } from './outcome.ts';
import { CurrencyKey, Instant, MemberId, Points, PointsGiven, Text } from './values.ts';

const Approval = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'accepted', 'declined']),
    memberId: MemberId,
    accountId: z.string(),
    currency: CurrencyKey,
    amount: Points.meta({ description: 'Positive gives, negative takes.' }),
    reason: z.string(),
    askedBy: z.string(),
    askedAt: Instant,
    answeredBy: z.string().exactOptional(),
    answeredAt: Instant.exactOptional(),
    comment: z.string().exactOptional(),
    eventId: z.string().exactOptional().meta({ description: 'The correction, once it is accepted.' }),
    isOwn: z.boolean().meta({ description: 'Asked by who asks now: a colleague must answer it.' }),
  })
  .meta({ id: 'Approval', description: 'A correction above the limit, which a second person accepts or declines.' });

const answer = {
  params: z.object({ approvalId: z.string().min(1).max(100) }),
  body: z.strictObject({ comment: Text.exactOptional() }).meta({ id: 'ApprovalAnswerInput' }),
} as const;

const onCorrection = ['unknown_member', 'member_erased', 'unknown_currency', 'insufficient_points'] as const;

export const approvals = {
  askCorrection: operation({
    method: 'POST',
    path: '/v1/members/{memberId}/corrections',
    scope: 'corrections:write',
    summary: 'Give or take points by hand, with a reason',
    description:
      'The author is who asks. Above the limit of the program or of its settings nothing is recorded yet: the answer has an `approval` that waits for a colleague.',
    params: z.object({ memberId: MemberId }),
    body: z
      .strictObject({
        id: z.string().min(1).max(200).exactOptional(),
        amount: PointsGiven.meta({ description: 'Positive gives, negative takes.' }),
        currency: CurrencyKey.exactOptional().meta({ description: "The program's only currency when absent." }),
        reason: Text.min(1),
      })
      .meta({ id: 'AskedCorrectionInput' }),
    output: z.object({ outcome: Outcome.exactOptional(), approval: Approval.exactOptional() }),
    status: 201,
    keyed: true,
    refusals: [...onCorrection, 'key_reused', 'not_published'],
  }),
  listApprovals: operation({
    method: 'GET',
    path: '/v1/approvals',
    scope: 'members:read',
    summary: 'Corrections that wait for an approval, or were answered; newest first',
    query: z.strictObject({
      state: z.enum(['waiting', 'accepted', 'declined']).exactOptional(),
      memberId: MemberId.exactOptional(),
    }),
    output: z.object({ items: z.array(Approval) }),
    refusals: ['not_published'],
  }),
  acceptApproval: operation({
    method: 'POST',
    path: '/v1/approvals/{approvalId}/accept',
    scope: 'approvals:write',
    summary: "Accept a colleague's correction: it is recorded now, with both names",
    ...answer,
    output: z.object({ approval: Approval, outcome: Outcome }),
    refusals: [...onCorrection, 'unknown_approval', 'already_answered', 'own_request', 'key_reused', 'not_published'],
  }),
  declineApproval: operation({
    method: 'POST',
    path: '/v1/approvals/{approvalId}/decline',
    scope: 'approvals:write',
    summary: "Decline a colleague's correction, or take back one's own",
    ...answer,
    output: Approval,
    refusals: ['unknown_approval', 'already_answered', 'not_published'],
  }),
};
