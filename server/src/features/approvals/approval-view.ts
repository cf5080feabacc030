import type { Output } from '@trofast/contract';
import { decimalText } from '@trofast/engine';
import type { Context } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { decimalsOf, programOfVersion } from '../events/index.ts';
import type { ApprovalRow } from './queries.ts';

type Approval = Output<'declineApproval'>;

export function approvalView({ programs, caller }: Pick<Context, 'programs' | 'caller'>, row: ApprovalRow): Approval {
  const program = programOfVersion(programs, Number.POSITIVE_INFINITY);
  return {
    id: row.id,
    state: row.state,
    memberId: row.member_id,
    accountId: row.account_id,
    currency: row.currency,
    amount: decimalText(row.amount, decimalsOf(program, row.currency)),
    reason: row.reason,
    askedBy: row.asked_by_name,
    askedAt: instantText(row.asked_at),
    ...(row.answered_by_name === null ? {} : { answeredBy: row.answered_by_name }),
    ...(row.answered_at === null ? {} : { answeredAt: instantText(row.answered_at) }),
    ...(row.comment === null ? {} : { comment: row.comment }),
    ...(row.event_id === null ? {} : { eventId: row.event_id }),
    isOwn: row.asked_by === caller.actor,
  };
}
