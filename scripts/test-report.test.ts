import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testReport } from './test-report.ts';
import { repository } from './workspaces.ts';

type Completed = Parameters<ReturnType<typeof testReport>['completed']>[0];

const file = `${repository}/engine/src/a.test.ts`;

function completed(name: string, passed: boolean, error?: unknown): Completed {
  const details = { duration_ms: 1, passed, type: 'test', ...(error === undefined ? {} : { error }) };
  const entry = name === file ? {} : { entryFile: file };
  return { name, nesting: 0, testNumber: 1, file, details, ...entry } as Completed;
}

function reported(events: readonly Completed[], printed = '') {
  const lines: string[] = [];
  const report = testReport((text) => lines.push(text));
  report.started(file);
  if (printed) report.printed(file, printed);
  for (const event of events) report.completed(event);
  const succeeded = report.end();
  return { succeeded, text: lines.join('') };
}

test('nothing that ran is a failure', () => {
  const { succeeded, text } = reported([]);
  assert.equal(succeeded, false);
  assert.match(text, /No test ran.\n0 passed, 0 failed\n$/);
});

test('a file without tests is a failure', () => {
  const { succeeded, text } = reported([completed(file, true)]);
  assert.equal(succeeded, false);
  assert.match(text, /no test ran in this file[\s\S]*0 passed, 1 failed\n$/);
});

test('a file that crashes is a failure and shows what it printed', () => {
  const { succeeded, text } = reported([completed(file, false, { failureType: 'testCodeFailure' })], 'cannot find x');
  assert.equal(succeeded, false);
  assert.match(text, /did not run to its end\n {4}cannot find x[\s\S]*0 passed, 1 failed\n$/);
});

test('a file whose tests pass but that fails outside them is a failure', () => {
  const events = [completed('a', true), completed(file, false, { failureType: 'subtestsFailed' })];
  const { succeeded, text } = reported(events);
  assert.equal(succeeded, false);
  assert.match(text, /1 passed, 1 failed\n$/);
});

test('a failed test is printed in full and counted once', () => {
  const error = new Error('outer', { cause: new Error('two points too many') });
  const events = [
    completed('a', true),
    completed('b', false, error),
    completed(file, false, { failureType: 'subtestsFailed' }),
  ];
  const { succeeded, text } = reported(events);
  assert.equal(succeeded, false);
  assert.match(
    text,
    /FAILED {2}engine\/src\/a.test.ts: b\n {4}Error: two points too many\n[\s\S]*1 passed, 1 failed\n$/,
  );
});

test('passed tests end with the count alone', () => {
  const { succeeded, text } = reported([completed('a', true), completed('b', true), completed(file, true)]);
  assert.equal(succeeded, true);
  assert.match(text, /2 passed, 0 failed\n$/);
});

test('what ran in a browser is counted with the rest, and a failure is told in full', () => {
  const lines: string[] = [];
  const report = testReport((text) => lines.push(text));
  const told = { file: `${repository}/browser/a.spec.ts`, seconds: 1, details: '' };
  report.told({ ...told, title: 'a sale', outcome: 'passed' });
  report.told({ ...told, title: 'a return', outcome: 'failed', details: 'no button' });
  assert.equal(report.end(), false);
  assert.match(lines.join(''), /FAILED {2}browser\/a.spec.ts: a return\n {4}no button[\s\S]*1 passed, 1 failed\n$/);
});
