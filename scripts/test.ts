// npm test [-- PART_OF_A_PATH …]: runs every *.test.ts, or those whose path contains one of the parts.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { startTestServer } from '@trofast/db/testing';
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

async function runAll(files: readonly string[]) {
  const needsDatabase = files.some((file) => readFileSync(file, 'utf8').includes('testDatabase'));
  if (!needsDatabase) return await runFiles(files);

  const server = await startTestServer((line) => write(`${line}\n`));
  process.env.TROFAST_TEST_POSTGRES = server.url;
  try {
    await runFiles(files);
  } finally {
    await server.stop();
  }
}

const files = testFiles(process.argv.slice(2));
write(`running ${files.length} test files\n`);
let crashed = false;
try {
  await runAll(files);
} catch (error) {
  crashed = true;
  console.error(error);
}
const succeeded = report.end();
process.exitCode = succeeded && !crashed ? 0 : 1;
