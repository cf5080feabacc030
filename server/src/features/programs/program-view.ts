import type { Output } from '@trofast/contract';
import type { ProgramRow } from '@trofast/ledger';
import type { Context } from '../../context.ts';
import { instantText } from '../../instants.ts';

export async function programView({ ledger }: Pick<Context, 'ledger'>, row: ProgramRow): Promise<Output<'getProgram'>> {
  const time = await ledger.clock(row.id);
  const versions = await ledger.programs.versions(row.id);
  const inForce = versions.findLast(({ from }) => from <= time);
  return {
    id: row.id,
    name: row.name,
    clock: { kind: row.clock, time: instantText(time) },
    ...(inForce === undefined ? {} : { version: inForce.number }),
  };
}
