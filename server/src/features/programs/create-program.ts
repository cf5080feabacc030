import assert from 'node:assert/strict';
import type { Input, Output } from '@trofast/contract';
import { readProgram } from '@trofast/engine';
import { isOperator } from '../../caller.ts';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantOf } from '../../instants.ts';
import { programView } from './program-view.ts';

export async function createProgram(
  { ledger, caller }: Context,
  { body, clock = 'real', time }: Input<'createProgram'>,
): Promise<Answered<Output<'createProgram'>>> {
  if (!isOperator(caller)) return fail('operator_key_needed');
  const read = readProgram(body);
  if ('problems' in read) return fail('document_invalid', { problems: read.problems });

  const { id, name } = read.program;
  const isNew = await ledger.programs.create({
    id,
    name: name.en ?? Object.values(name)[0] ?? id,
    clock,
    ...(time === undefined || clock === 'real' ? {} : { sandboxTime: instantOf(time) }),
  });
  if (!isNew) return fail('program_exists');
  await ledger.programs.saveDraft(id, body);
  const row = await ledger.programs.get(id);
  assert(row, 'a program that was created is there');
  return reply(await programView({ ledger }, row));
}
