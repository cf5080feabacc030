import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CheckedExample, checkExamples, type Problem, type Program, readProgram } from '@trofast/engine';
import { problemsText } from '../stores/publish-program.ts';
import { amountText } from '../summary/amounts.ts';
import { Mistake } from '../terminal/mistake.ts';
import { command } from './command.ts';

/** What checking one program document found. */
interface Checked {
  readonly file: string;
  readonly problems: readonly Pick<Problem, 'line' | 'column' | 'message'>[];
  readonly examples: readonly CheckedInFile[];
}

interface CheckedInFile extends CheckedExample {
  readonly file: string;
}

export const check = command({
  name: 'check',
  summary: 'Check program documents and run their worked examples',
  positionals: [{ name: 'FILE_OR_FOLDER', isRepeated: true }],
  details: `
Validates each program document, then plays the worked examples that lie beside it (examples.yaml, or NAME.examples.yaml
beside NAME.yaml) on a clock of their own, lists each by its code, and tells its first difference. In a folder every
program.yaml is checked. A program without examples fails: it is not ready to be shipped.

  npx trofast check programs`,
  options: {
    withoutExamples: {
      flag: 'without-examples',
      type: 'boolean',
      default: false,
      text: 'Let programs pass that have no examples.',
    },
  },
  async run({ options, positionals }) {
    const checked = positionals.flatMap(programFiles).map(checkFile);
    const isGood = ({ problems, examples }: Checked) =>
      problems.length === 0 &&
      examples.every(({ passed }) => passed) &&
      (examples.length > 0 || options.withoutExamples);
    return {
      text: checked.map((one) => checkedText(one, isGood(one))).join('\n'),
      json: { programs: checked.map((one) => ({ ...one, ok: isGood(one) })) },
      isGood: checked.every(isGood),
    };
  },
});

function programFiles(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Mistake(`There is no ${path}.`, 'Give a program document, or a folder of them.');
  if (found.isFile()) return [path];
  const files = globSync('**/program.{yaml,yml,json}', { cwd: path, exclude: ['**/node_modules/**'] }).toSorted();
  if (files.length === 0) throw new Mistake(`${path} holds no program.yaml.`, 'Give a folder that does, or a file.');
  return files.map((file) => join(path, file));
}

function checkFile(file: string): Checked {
  const read = readProgram(readFileSync(file, 'utf8'));
  if ('problems' in read) return { file, problems: read.problems, examples: [] };
  return { file, ...checkExamplesBeside(file, read.program) };
}

function checkExamplesBeside(file: string, program: Program): Pick<Checked, 'examples' | 'problems'> {
  const own = file.replace(/[.][^.]+$/, '.examples.yaml');
  const path = [own, join(dirname(file), 'examples.yaml')].find((candidate) => isFile(candidate));
  if (path === undefined) return { examples: [], problems: [] };
  const result = checkExamples(program, readFileSync(path, 'utf8'));
  if ('problems' in result) {
    const problems = result.problems.map((problem) => ({ ...problem, message: `in ${path}: ${problem.message}` }));
    return { examples: [], problems };
  }
  return { examples: result.examples.map((example) => ({ ...example, file: path })), problems: [] };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function checkedText({ file, problems, examples }: Checked, isGood: boolean): string {
  if (problems.length > 0) return `FAILED  ${file}\n${problemsText(file, problems)}`;
  const failed = examples.filter(({ passed }) => !passed).length;
  const listed = examples.map(exampleText);
  if (isGood) return [`ok      ${file}: ${countText(examples.length)}`, ...listed].join('\n');
  if (examples.length === 0) return `FAILED  ${file}: no worked examples beside it (examples.yaml)`;
  return [`FAILED  ${file}: ${amountText(failed)} of ${countText(examples.length)}`, ...listed].join('\n');
}

function countText(examples: number): string {
  return `${amountText(examples)} worked ${examples === 1 ? 'example' : 'examples'}`;
}

function exampleText({ file, line, code, name = '', difference }: CheckedInFile): string {
  if (difference === undefined) return `  ok ${code} ${name}`.trimEnd();
  const { what, expected, actual } = difference;
  return `  FAILED ${code} ${name}\n    ${file}:${line}: ${what} should be ${expected}, but is ${actual}`;
}
