import { readSource } from '../document/document-source.ts';
import { scalarText } from '../document/numeral.ts';
import type { Program, Programs } from '../program.ts';
import { type Example, ExampleFile } from './example.ts';
import { type Difference, runExample } from './run-example.ts';

/** How one worked example came out. */
export interface CheckedExample {
  readonly code: string;
  readonly name?: string;
  readonly passed: boolean;
  /** Line of the example, or of the step that differs, in the file. */
  readonly line: number;
  readonly difference?: Difference;
}

export interface ExampleProblem {
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly message: string;
}

/** Runs a file of worked examples against a program, each on a clock and in a world of its own. */
export function checkExamples(
  program: Program | Programs,
  text: string,
): { readonly examples: readonly CheckedExample[] } | { readonly problems: readonly ExampleProblem[] } {
  const read = readExamples(text);
  if ('problems' in read) return read;
  const programs: Programs =
    'versions' in program
      ? program
      : { id: program.id, versions: [{ number: 1, from: Number.MIN_SAFE_INTEGER, program }] };
  const examples = read.examples.map((example, index) => {
    const difference = runExample(programs, example);
    const line = read.lineOf(index, difference?.step);
    const { code, name } = example;
    return { code, ...(name !== undefined && { name }), passed: !difference, line, ...(difference && { difference }) };
  });
  return { examples };
}

/** Worked examples as they are written, and where. */
export interface ReadExamples {
  readonly examples: readonly Example[];
  /** Line of an example, or of one of its steps, by index. */
  lineOf(example: number, step?: number): number;
}

export function readExamples(text: string): ReadExamples | { readonly problems: readonly ExampleProblem[] } {
  const source = readSource(text);
  if (source.problems.length > 0) return { problems: source.problems };
  const parsed = ExampleFile.safeParse(asWritten(source.value));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) =>
      source.place({
        code: 'malformed',
        path: path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
        message,
      }),
    );
    return { problems };
  }
  const lineOf = (example: number, step?: number) => {
    const path = ['examples', example, ...(step === undefined ? [] : ['steps', step])];
    return source.place({ code: 'malformed', path, message: '' }).line;
  };
  return { examples: parsed.data.examples, lineOf };
}

/** Numbers as the digits that were written. */
function asWritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asWritten);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asWritten(inner)]));
  }
  return scalarText(value) ?? value;
}
