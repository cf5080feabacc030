import type { Input, Output } from '@trofast/contract';
import { readProgram } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { compareLines } from './compare-lines.ts';
import { compareParts } from './compare-parts.ts';

export async function compareDraft(
  { ledger, locale: preferred }: Context,
  { programId, document, version, locale = preferred }: Input<'compareDraft'>,
): Promise<Answered<Output<'compareDraft'>>> {
  const now = await ledger.clock(programId);
  const versions = await ledger.programs.versions(programId);
  const number = version ?? (versions.findLast(({ from }) => from <= now) ?? versions[0])?.number;
  const published = number === undefined ? '' : await ledger.programs.versionText(programId, number);
  if (published === undefined) return fail('unknown_version');
  const draft = document ?? (await ledger.programs.draft(programId))?.text ?? '';

  const [before, after] = [readProgram(published), readProgram(draft)];
  const parts =
    'program' in after ? compareParts('program' in before ? before.program : undefined, after.program, locale) : [];
  return reply({
    ...(number === undefined ? {} : { version: number }),
    isSame: published === draft,
    problems: 'problems' in after ? [...after.problems] : [],
    parts,
    lines: compareLines(published, draft),
  });
}
