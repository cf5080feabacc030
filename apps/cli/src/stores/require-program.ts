import { nearestName } from '@trofast/engine';
import type { Ledger, ProgramRow } from '@trofast/ledger';
import { Mistake } from '../terminal/mistake.ts';

/** The program of this id, or a mistake that names those there are. */
export async function requireProgram(ledger: Ledger, id: string): Promise<ProgramRow> {
  const program = await ledger.programs.get(id);
  if (program !== undefined) return program;
  const known = (await ledger.programs.list()).map((row) => row.id);
  const nearest = nearestName(id, known);
  const remedy =
    nearest !== undefined
      ? `Did you mean ${nearest}?`
      : known.length > 0
        ? `Programs here: ${known.join(', ')}.`
        : 'There is none in this database: publish one with npx trofast apply FILE.';
  throw new Mistake(`There is no program ${id}.`, remedy);
}
