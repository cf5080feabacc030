import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { versionView, versionViews } from './version-view.ts';

export async function listVersions(
  { ledger, database }: Context,
  { programId }: Input<'listVersions'>,
): Promise<Answered<Output<'listVersions'>>> {
  const versions = await ledger.programs.versions(programId);
  const views = await versionViews({ ledger, database }, programId, versions);
  return reply({ items: views.toReversed() });
}

export async function getVersion(
  { ledger, database }: Context,
  { programId, number }: Input<'getVersion'>,
): Promise<Answered<Output<'getVersion'>>> {
  const version = (await ledger.programs.versions(programId)).find((published) => published.number === number);
  const document = await ledger.programs.versionText(programId, number);
  if (!version || document === undefined) return fail('unknown_version');
  return reply({ ...(await versionView({ ledger, database }, programId, number)), document });
}
