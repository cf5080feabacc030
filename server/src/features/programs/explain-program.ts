import type { Input, Output } from '@trofast/contract';
import { explainProgram as explained } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';

export async function explainProgram(
  { ledger, locale: preferred }: Context,
  { programId, locale = preferred, version }: Input<'explainProgram'>,
): Promise<Answered<Output<'explainProgram'>>> {
  const number = version ?? (await versionInForce({ ledger }, programId));
  if (number === undefined) return fail('not_published');
  const text = await ledger.programs.versionText(programId, number);
  if (text === undefined) return fail('unknown_version');
  return reply({ locale, version: number, text: explained(text, locale) });
}

async function versionInForce({ ledger }: Pick<Context, 'ledger'>, program: string): Promise<number | undefined> {
  const now = await ledger.clock(program);
  return (await ledger.programs.versions(program)).findLast(({ from }) => from <= now)?.number;
}
