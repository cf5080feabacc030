import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import { isRefusal, refuse } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { outcomeView, pointsAsked, programOfVersion } from '../events/index.ts';
import { loadMember } from '../members/index.ts';
import { approvalLimit } from '../settings/index.ts';
import { approvalView } from './approval-view.ts';
import { insertApproval, selectApproval } from './queries.ts';
import { recordCorrection } from './record-correction.ts';

/** Records what is within the limit; what is above it waits for a colleague. */
export async function askCorrection(
  context: Context,
  input: Input<'askCorrection'>,
): Promise<Answered<Output<'askCorrection'>>> {
  const { ledger, programs, program, caller, key, locale } = context;
  const { memberId, reason } = input;
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const asked = pointsAsked(newest, input.amount, input.currency, 'either');
  if (isRefused(asked)) return asked;

  const { currency, units } = asked;
  const limit = await approvalLimit(context, newest, currency.id);
  if (limit !== undefined && Math.abs(units) > limit) {
    return await waitForColleague(context, {
      member_id: memberId,
      account_id: loaded.account.id,
      ...{ currency: currency.id, amount: units, reason },
      ...{ asked_by: caller.actor, asked_by_name: caller.name, asked_at: await ledger.clock(program) },
    });
  }
  const done = await recordCorrection(context, {
    ...{ account: loaded.account.id, member: memberId, key, author: caller.name, reason },
    ...{ currency: currency.id, amount: units },
  });
  if (isRefused(done)) return done;
  return reply({ outcome: outcomeView({ programs, ...done, locale }) }, { replayed: done.replayed });
}

type Waiting = Pick<
  Parameters<typeof insertApproval>[2],
  'member_id' | 'account_id' | 'currency' | 'amount' | 'reason' | 'asked_by' | 'asked_by_name' | 'asked_at'
>;

/** The same key is the same request, however often it is sent. */
async function waitForColleague(context: Context, waiting: Waiting): Promise<Answered<Output<'askCorrection'>>> {
  const { database, program, key } = context;
  const id = hash('sha256', `${waiting.member_id} ${key}`, 'hex').slice(0, 24);
  const answer = { answered_by: null, answered_by_name: null, answered_at: null, comment: null, event_id: null };
  const isNew = await insertApproval(database, program, { id, state: 'waiting', ...waiting, ...answer });
  const row = await selectApproval(database, program, id);
  assert(row, 'what was asked waits');
  const isSame = row.amount === waiting.amount && row.currency === waiting.currency && row.reason === waiting.reason;
  if (!isNew && !isSame) return refuse('key_reused');
  return reply({ approval: approvalView(context, row) }, { replayed: !isNew });
}
