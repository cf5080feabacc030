import { relative } from 'node:path';
import type { EventData } from 'node:test';
import { inspect } from 'node:util';
import { repository } from './workspaces.ts';

type Completed = EventData.TestComplete & { readonly entryFile?: string };

export interface TestReport {
  started(file: string): void;
  printed(file: string | undefined, text: string): void;
  completed(test: Completed): void;
  /** One test that ran outside node's own runner. */
  told(result: ToldResult): void;
  stillRunning(): readonly string[];
  /** Prints what failed, then the line `N passed, N failed`. True when something ran and nothing failed. */
  end(): boolean;
}

export interface ToldResult {
  readonly file: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** Why it failed. */
  readonly details: string;
}

interface FileTally {
  passed: number;
  failed: number;
  output: string;
}

/** Collects what the tests of all files report, and prints each file as it ends and each failure in full. */
export function testReport(write: (text: string) => void): TestReport {
  const files = new Map<string, FileTally>();
  const running = new Set<string>();
  let passed = 0;
  let failed = 0;
  let skipped = 0;

  const tallyOf = (file: string): FileTally => {
    const tally = files.get(file) ?? { passed: 0, failed: 0, output: '' };
    files.set(file, tally);
    return tally;
  };

  const fail = (file: string, title: string, details: string) => {
    tallyOf(file).failed += 1;
    failed += 1;
    write(`\nFAILED  ${nameOf(file)}: ${title}\n${indented(details)}\n\n`);
  };

  const completedFile = (file: string, { details }: Completed) => {
    running.delete(file);
    const tally = tallyOf(file);
    const crashed = !details.passed && failureType(details.error) !== 'subtestsFailed';
    if (crashed) fail(file, 'the file did not run to its end', tally.output || inspect(details.error));
    else if (tally.passed + tally.failed === 0) fail(file, 'no test ran in this file', tally.output);
    else if (!details.passed && tally.failed === 0) fail(file, 'the file failed outside its tests', tally.output);
    const seconds = (details.duration_ms / 1000).toFixed(1);
    const mark = tally.failed === 0 ? 'ok' : 'FAILED';
    write(`${mark}  ${nameOf(file)}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s\n`);
    if (tally.failed > 0 && !crashed && tally.output) write(`${indented(`it printed:\n${tally.output}`)}\n`);
  };

  const completedTest = (file: string, test: Completed) => {
    if (test.skip !== undefined || test.todo !== undefined) skipped += 1;
    else if (test.details.passed) {
      if (test.details.type === 'suite') return;
      tallyOf(file).passed += 1;
      passed += 1;
    } else if (failureType(test.details.error) !== 'subtestsFailed') {
      fail(file, test.name, described(test.details.error));
    }
  };

  return {
    started: (file) => running.add(file),
    printed: (file, text) => {
      if (file) tallyOf(file).output += text;
      else write(text);
    },
    completed: (test) => {
      const file = test.entryFile ?? test.file ?? test.name;
      if (test.entryFile === undefined && test.name === test.file) completedFile(file, test);
      else completedTest(file, test);
    },
    told: ({ file, title, outcome, seconds, details }) => {
      if (outcome === 'failed') return fail(file, title, details);
      if (outcome === 'skipped') skipped += 1;
      else passed += 1;
      write(`${outcome === 'skipped' ? 'skipped' : 'ok'}  ${nameOf(file)}: ${title}, ${seconds.toFixed(1)} s\n`);
    },
    stillRunning: () => [...running].map(nameOf),
    end: () => {
      if (passed + failed === 0) write('No test ran.\n');
      if (skipped > 0) write(`${skipped} skipped\n`);
      write(`${passed} passed, ${failed} failed\n`);
      return passed > 0 && failed === 0;
    },
  };
}

function nameOf(file: string): string {
  return relative(repository, file);
}

function failureType(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'failureType' in error ? error.failureType : undefined;
}

function described(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === 'string' ? cause : inspect(cause, { depth: 10, maxStringLength: 20_000 });
}

function indented(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '    ');
}
