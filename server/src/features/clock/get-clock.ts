import assert from 'node:assert/strict';
import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';

export async function getClock(
  { ledger }: Context,
  { programId }: Input<'getClock'>,
): Promise<Answered<Output<'getClock'>>> {
  const row = await ledger.programs.get(programId);
  assert(row, 'the route has seen that the program exists');
  return reply({ kind: row.clock, time: instantText(await ledger.clock(programId)) });
}
