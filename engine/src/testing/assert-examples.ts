import { readProgram } from '../document/read-program.ts';
import { checkExamples } from '../examples/check-examples.ts';
import type { Program } from '../program.ts';

/** A program from its text, for tests: a mistake in it is the test's own. */
export function programFrom(text: string): Program {
  const read = readProgram(text);
  if ('program' in read) return read.program;
  throw new Error(read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'));
}

/** Throws with the first difference of every worked example that did not come out as written. */
export function assertExamples(program: Program, text: string): void {
  const checked = checkExamples(program, text);
  if ('problems' in checked) {
    throw new Error(checked.problems.map(({ line, message, pointer }) => `${line} ${pointer}: ${message}`).join('\n'));
  }
  const failed = checked.examples.flatMap(({ code, line, difference }) =>
    difference
      ? [`${code}, line ${line}: ${difference.what} expected ${difference.expected}, was ${difference.actual}`]
      : [],
  );
  if (failed.length > 0) throw new Error(failed.join('\n'));
}
