import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, isRefused, reply } from '../../context.ts';
import { outcomeView } from '../events/index.ts';
import { approvalView } from './approval-view.ts';
import { answerApproval, countWaitingOf, selectApproval, selectApprovals } from './queries.ts';
import { recordCorrection } from './record-correction.ts';

export async function listApprovals(
  context: Context,
  { state, memberId }: Input<'listApprovals'>,
): Promise<Answered<Output<'listApprovals'>>> {
  const rows = await selectApprovals(context.database, context.program, { state, member: memberId });
  return reply({ items: rows.map((row) => approvalView(context, row)) });
}

/** Recorded first, under a key of the request: whoever accepts it at the same moment gets the same event. */
export async function acceptApproval(
  context: Context,
  { approvalId, comment }: Input<'acceptApproval'>,
): Promise<Answered<Output<'acceptApproval'>>> {
  const { database, ledger, program, programs, caller, locale } = context;
  const row = await selectApproval(database, program, approvalId);
  if (!row) return fail('unknown_approval');
  if (row.state !== 'waiting') return fail('already_answered');
  if (row.asked_by === caller.actor) return fail('own_request');
  const done = await recordCorrection(context, {
    ...{ account: row.account_id, member: row.member_id, key: `approval-${row.id}` },
    ...{ currency: row.currency, amount: row.amount, reason: row.reason },
    author: row.asked_by_name,
    approvedBy: caller.name === row.asked_by_name ? caller.actor : caller.name,
  });
  if (isRefused(done)) return done;
  const answered = await answerApproval(database, program, approvalId, {
    ...{ state: 'accepted', by: caller.actor, byName: caller.name, at: await ledger.clock(program) },
    ...{ comment, event: done.recorded.event.id },
  });
  if (!answered) return fail('already_answered');
  return reply({
    approval: approvalView(context, answered),
    outcome: outcomeView({ programs, ...done, locale }),
  });
}

export async function declineApproval(
  context: Context,
  { approvalId, comment }: Input<'declineApproval'>,
): Promise<Answered<Output<'declineApproval'>>> {
  const { database, ledger, program, caller } = context;
  if (!(await selectApproval(database, program, approvalId))) return fail('unknown_approval');
  const answered = await answerApproval(database, program, approvalId, {
    ...{ state: 'declined', by: caller.actor, byName: caller.name, at: await ledger.clock(program) },
    comment,
  });
  return answered ? reply(approvalView(context, answered)) : fail('already_answered');
}

export async function countWaiting({ database, program }: Context, member: string): Promise<number> {
  return await countWaitingOf(database, program, member);
}
