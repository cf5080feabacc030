import type { Input, Output } from '@trofast/contract';
import { readProgram } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';

export async function getDraft(
  { ledger }: Context,
  { programId }: Input<'getDraft'>,
): Promise<Answered<Output<'getDraft'>>> {
  const draft = await ledger.programs.draft(programId);
  return reply(draft?.text ?? '', draft ? { etag: draft.etag } : {});
}

export async function saveDraft(
  { ledger, ifMatch }: Context,
  { programId, body }: Input<'saveDraft'>,
): Promise<Answered<Output<'saveDraft'>>> {
  if (ifMatch === undefined) return fail('match_needed');
  const saved = await ledger.programs.saveDraft(programId, body, ifMatch === '*' ? undefined : ifMatch);
  if (!saved) return fail('document_changed');
  return reply(checked(body), { etag: saved.etag });
}

export async function checkDocument(
  _context: Context,
  { body }: Input<'checkDocument'>,
): Promise<Answered<Output<'checkDocument'>>> {
  return reply(checked(body));
}

function checked(text: string): Output<'checkDocument'> {
  const read = readProgram(text);
  return 'problems' in read ? { valid: false, problems: [...read.problems] } : { valid: true, problems: [] };
}
