// npm test [-- PART_OF_A_PATH …]: runs every *.test.ts and browser/**/*.spec.ts, or those whose path contains one of the parts.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { startTestServer } from '@trofast/db/testing';
import { browserFiles, runBrowserTests } from './run-browser-tests.ts';
import { testReport } from './test-report.ts';
import { repository, workspaces } from './workspaces.ts';

const fileMinutesMax = 5;
const silentSecondsMax = 10;

const write = (text: string) => process.stdout.write(text);
const report = testReport(write);

function testFiles(parts: readonly string[]): readonly string[] {
  return [...workspaces(), 'scripts']
    .flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: repository, exclude: ['**/node_modules/**'] }))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .map((file) => join(repository, file))
    .toSorted();
}

async function runFiles(files: readonly string[]) {
  const execArgv = ['--import', join(repository, 'scripts/forbid-clock-and-chance.ts')];
  const events = run({ files, concurrency: 2, execArgv, timeout: fileMinutesMax * 60_000, cwd: repository });
  let heardAt = performance.now();
  const silence = setInterval(() => {
    if (performance.now() - heardAt < silentSecondsMax * 1000) return;
    heardAt = performance.now();
    write(`… still running ${report.stillRunning().join(', ')}\n`);
  }, 1000);

  for await (const { type, data } of events) {
    if (type === 'test:dequeue' && data.name === data.file) report.started(data.file);
    else if (type === 'test:stdout' || type === 'test:stderr') report.printed(data.file, data.message);
    else if (type === 'test:complete') {
      heardAt = performance.now();
      report.completed(data);
    }
  }
  clearInterval(silence);
}

async function runAll(files: readonly string[], clicks: readonly string[]) {
  const needsDatabase =
    clicks.length > 0 || files.some((file) => /testDatabase|openShop/.test(readFileSync(file, 'utf8')));
  if (!needsDatabase) return await runFiles(files);

  const server = await startTestServer((line) => write(`${line}\n`));
  process.env.TROFAST_TEST_POSTGRES = server.url;
  try {
    if (files.length > 0) await runFiles(files);
    await runBrowserTests(clicks, report, write);
  } finally {
    await server.stop();
  }
}

const parts = process.argv.slice(2);
const files = testFiles(parts);
const clicks = browserFiles(parts);
write(`running ${files.length + clicks.length} test files\n`);
let crashed = false;
try {
  await runAll(files, clicks);
} catch (error) {
  crashed = true;
  console.error(error);
}
const succeeded = report.end();
process.exitCode = succeeded && !crashed ? 0 : 1;
