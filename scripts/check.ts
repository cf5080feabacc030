// Format, lint, types, import directions and dead code: all at once, without a database.

import { availableParallelism } from 'node:os';
import { runTask, type Task, type TaskResult } from './run-task.ts';
import { compilerConfigs, repository, workspaces } from './workspaces.ts';

const tasks: readonly Task[] = [
  { name: 'dead code (knip)', command: 'knip', args: ['--no-progress'] },
  {
    name: 'import directions (dependency-cruiser)',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...workspaces(), 'scripts', 'browser'],
  },
  { name: 'format and lint (biome)', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  ...compilerConfigs().map((config) => ({ name: `types of ${config}`, command: 'tsc', args: ['-p', config] })),
];

function report({ task, passed, output, seconds }: TaskResult) {
  process.stdout.write(`${passed ? 'ok' : 'FAILED'}  ${task.name}, ${seconds.toFixed(1)} s\n`);
  if (!passed) process.stdout.write(`${output.trimEnd()}\n\n`);
}

async function runAll(): Promise<readonly TaskResult[]> {
  const waiting = [...tasks];
  const results: TaskResult[] = [];
  const work = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const result = await runTask(task, repository);
      report(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return results;
}

process.stdout.write(`checking ${workspaces().join(', ')}\n`);
const results = await runAll();
const failed = results.filter((result) => !result.passed).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
