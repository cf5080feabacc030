import type { Input, Output } from '@trofast/contract';
import { readProgram } from '@trofast/engine';
import { type Answered, type Context, fail, malformed, reply } from '../../context.ts';
import { instantOf } from '../../instants.ts';
import { versionView } from './version-view.ts';

export async function publishVersion(
  { ledger, database, caller, ifMatch }: Context,
  { programId, from, note }: Input<'publishVersion'>,
): Promise<Answered<Output<'publishVersion'>>> {
  const draft = await ledger.programs.draft(programId);
  if (!draft) return malformed('', 'The program has no draft to publish.');
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== draft.etag) return fail('document_changed');
  const read = readProgram(draft.text);
  if ('problems' in read) return fail('document_invalid', { problems: read.problems });
  if (read.program.id !== programId) {
    return fail('document_invalid', { detail: `The document is of the program ${read.program.id}, not ${programId}.` });
  }

  const start = from === undefined ? undefined : instantOf(from);
  if (start !== undefined && (await isTooEarly({ ledger }, programId, start))) return fail('version_too_early');
  const published = await ledger.programs.publish(programId, {
    text: draft.text,
    actor: caller.name,
    ...(start === undefined ? {} : { from: start }),
    ...(note === undefined ? {} : { note }),
  });
  if ('problems' in published) return fail('document_invalid', { problems: published.problems });
  return reply(await versionView({ ledger, database }, programId, published.number));
}

async function isTooEarly({ ledger }: Pick<Context, 'ledger'>, program: string, start: number): Promise<boolean> {
  const newest = (await ledger.programs.versions(program)).at(-1);
  return start < (await ledger.clock(program)) || (newest !== undefined && start <= newest.from);
}
