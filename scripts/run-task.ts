import { spawn } from 'node:child_process';

export interface Task {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

export interface TaskResult {
  readonly task: Task;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs a tool to its end and keeps what it printed. A tool that cannot be started has failed. */
export function runTask(task: Task, folder: string): Promise<TaskResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const chunks: string[] = [];
    const finish = (passed: boolean) =>
      resolve({ task, passed, output: chunks.join(''), seconds: (performance.now() - startedAt) / 1000 });

    const child = spawn(task.command, task.args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(`${task.command} could not be started: ${error.message}\n`);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}
