import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { versionView } from './version-view.ts';

export async function rollBackVersion(
  { ledger, database, caller }: Context,
  { programId, number, note }: Input<'rollBackVersion'>,
): Promise<Answered<Output<'rollBackVersion'>>> {
  const text = await ledger.programs.versionText(programId, number);
  if (text === undefined) return fail('unknown_version');
  const newest = (await ledger.programs.versions(programId)).at(-1);
  if (newest && newest.from > (await ledger.clock(programId))) {
    return fail('version_too_early', { detail: `Version ${newest.number} has been published for later.` });
  }
  const published = await ledger.programs.publish(programId, {
    text,
    actor: caller.name,
    note: note ?? `Back to version ${number}.`,
  });
  if ('problems' in published) return fail('document_invalid', { problems: published.problems });
  return reply(await versionView({ ledger, database }, programId, published.number));
}
