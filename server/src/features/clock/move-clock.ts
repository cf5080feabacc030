import assert from 'node:assert/strict';
import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantOf, instantText } from '../../instants.ts';

const sweptAtOnce = 500;

export async function moveClock(
  { ledger }: Context,
  { programId, time }: Input<'moveClock'>,
): Promise<Answered<Output<'moveClock'>>> {
  const row = await ledger.programs.get(programId);
  assert(row, 'the route has seen that the program exists');
  if (row.clock === 'real') return fail('clock_is_real');
  if (row.versions === 0) return fail('not_published');
  const wanted = instantOf(time);
  if (wanted < (await ledger.clock(programId))) return fail('clock_backwards');

  const stands = await ledger.moveClock(programId, wanted);
  for (;;) {
    const { finished } = await ledger.sweep({ program: programId, limit: sweptAtOnce });
    if (finished) break;
  }
  return reply({ kind: row.clock, time: instantText(stands) });
}
