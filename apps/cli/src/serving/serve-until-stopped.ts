import { type RunningServer, type ServerOptions, type StartOptions, startServer } from '@trofast/server';
import { Mistake } from '../terminal/mistake.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Serves until the process is asked to stop, then finishes what was begun. */
export async function serveUntilStopped(
  options: ServerOptions,
  terminal: Terminal,
  opened?: NonNullable<StartOptions['opened']>,
) {
  const say = (line: string) => terminal.note(line);
  const server = await startServer({ ...options, say, buildsFaces: true, ...(opened !== undefined && { opened }) });
  const { url, operatorKey, welcomeLink } = server;
  terminal.print(terminal.wantsJson ? JSON.stringify({ url, operatorKey, welcomeLink }) : greeting(server));
  const asked = askedToStop();
  const lost = await Promise.race([asked.then(() => undefined), server.lost]);
  await server.close();
  if (lost !== undefined) throw new Mistake(`The database ended: ${lost}`, 'Start again: it recovers by itself.');
}

function greeting({ url, operatorKey, welcomeLink }: RunningServer): string {
  const lines = [`Trofast answers at ${url}`, `  The API is explained at ${url}/docs.`];
  if (welcomeLink !== undefined) lines.push(`  Begin here; the link works once: ${welcomeLink}`);
  if (operatorKey !== undefined) {
    lines.push(`  The operator's key, shown this once: ${operatorKey}`);
  }
  return [...lines, '  Stop with Ctrl+C.'].join('\n');
}

function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
