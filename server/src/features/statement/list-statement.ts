import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { outcomeView } from '../events/index.ts';
import { loadMember } from '../members/index.ts';

const limitUsual = 50;

export async function listStatement(
  context: Context,
  { memberId, cursor, limit = limitUsual }: Input<'listStatement'>,
): Promise<Answered<Output<'listStatement'>>> {
  const { ledger, program, locale } = context;
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { programs, account } = loaded;
  const { rows, next } = await ledger.statement(program, account.id, {
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const items = rows.map((stored) =>
    outcomeView({ programs, recorded: stored, accountId: stored.account, codes: stored.codes, locale }),
  );
  const more = next === undefined ? {} : { next };
  return reply({ items, ...more }, more);
}
