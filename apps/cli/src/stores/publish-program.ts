import { readFileSync } from 'node:fs';
import { type Instant, type Problem, type Program, readProgram } from '@trofast/engine';
import type { Ledger, ProgramClock, PublishedVersion } from '@trofast/ledger';
import { Mistake } from '../terminal/mistake.ts';

export interface ReadDocument {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
}

/** Reads a program document from a file; what is wrong in it is told with line and column. */
export function readDocument(path: string): ReadDocument {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Mistake(`The program file ${path} cannot be read.`, 'Check the path.');
  }
  const read = readProgram(text);
  if ('problems' in read) {
    throw new Mistake(problemsText(path, read.problems), `npx trofast check ${path} checks it again.`);
  }
  return { path, text, program: read.program };
}

export function problemsText(
  path: string,
  problems: readonly (Pick<Problem, 'line' | 'column' | 'message'> & { readonly remedy?: string })[],
): string {
  return problems
    .map(({ line, column, message, remedy }) => `${path}:${line}:${column}: ${message}${remedy ? ` ${remedy}` : ''}`)
    .join('\n');
}

export interface Publication {
  readonly clock: ProgramClock;
  /** Where a new sandbox clock begins. */
  readonly sandboxTime?: Instant;
  readonly from?: Instant;
  readonly note?: string;
}

/** Publishes a document under its own id; the program is made when it is not there yet. */
export async function publishProgram(
  ledger: Ledger,
  { program, text, path }: ReadDocument,
  { clock, sandboxTime, from, note }: Publication,
): Promise<PublishedVersion> {
  const name = program.name.en ?? Object.values(program.name)[0] ?? program.id;
  await ledger.programs.create({ id: program.id, name, clock, ...(sandboxTime !== undefined && { sandboxTime }) });
  const published = await ledger.programs.publish(program.id, {
    text,
    actor: 'command line',
    ...(from !== undefined && { from }),
    ...(note !== undefined && { note }),
  });
  if ('problems' in published) throw new Mistake(problemsText(path, published.problems), 'Correct the document.');
  return published;
}
