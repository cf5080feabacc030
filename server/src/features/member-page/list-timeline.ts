import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { loadMember } from '../members/index.ts';
import { timelineView } from './timeline-view.ts';

const limitUsual = 50;

export async function listTimeline(
  context: Context,
  { memberId, cursor, limit = limitUsual }: Input<'listTimeline'>,
): Promise<Answered<Output<'listTimeline'>>> {
  const { ledger, program, locale } = context;
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { rows, next } = await ledger.statement(program, loaded.account.id, {
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const more = next === undefined ? {} : { next };
  return reply({ items: rows.map((stored) => timelineView(loaded.programs, stored, locale)), ...more }, more);
}
