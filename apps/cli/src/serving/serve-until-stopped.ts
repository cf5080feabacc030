import { type ServerOptions, startServer } from '@trofast/server';
import type { Terminal } from '../terminal/terminal.ts';

/** Serves until the process is asked to stop, then finishes what was begun. */
export async function serveUntilStopped(
  options: ServerOptions,
  terminal: Terminal,
  greeting?: (url: string) => string,
) {
  const server = await startServer(options);
  if (terminal.wantsJson) terminal.print(JSON.stringify({ url: server.url }));
  else if (greeting !== undefined) terminal.print(greeting(server.url));
  await askedToStop();
  await server.close();
}

function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
