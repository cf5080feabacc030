import assert from 'node:assert/strict';
import type { Input, Output } from '@trofast/contract';
import { isOperator } from '../../caller.ts';
import { type Answered, type Context, reply } from '../../context.ts';
import { programView } from './program-view.ts';

export async function listPrograms({ ledger, caller }: Context): Promise<Answered<Output<'listPrograms'>>> {
  const rows = await ledger.programs.list();
  const seen = rows.filter(({ id }) => isOperator(caller) || caller.program === id);
  return reply({ items: await Promise.all(seen.map((row) => programView({ ledger }, row))) });
}

export async function getProgram(
  { ledger }: Context,
  { programId }: Input<'getProgram'>,
): Promise<Answered<Output<'getProgram'>>> {
  const row = await ledger.programs.get(programId);
  assert(row, 'the route has seen that the program exists');
  return reply(await programView({ ledger }, row));
}
