import { CannotOpenDatabase } from '@trofast/db';
import { nearestName } from '@trofast/engine';
import manifest from '../package.json' with { type: 'json' };
import type { Command, Result } from './commands/command.ts';
import { commands } from './commands/commands.ts';
import { Mistake } from './terminal/mistake.ts';

import { type Terminal, terminalOf } from './terminal/terminal.ts';

/** Exit codes: what scripts rely on, listed in docs/cli.md. */
const EXIT = { good: 0, bad: 1, usage: 2, fault: 70 } as const;

/** Runs one command line and answers the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const terminal = terminalOf(args.includes('--json'));
  try {
    const result = await answer(args, terminal);
    terminal.print(terminal.wantsJson ? JSON.stringify(result.json, undefined, 2) : result.text);
    return (result.isGood ?? true) ? EXIT.good : EXIT.bad;
  } catch (error) {
    return explain(error, terminal);
  }
}

async function answer(args: readonly string[], terminal: Terminal): Promise<Result> {
  const [name, ...others] = args;
  if (name === '--version') {
    const { version } = manifest;
    return { text: version, json: { version } };
  }
  if (name === undefined || name === '--help' || name === 'help') {
    const asked = name === 'help' ? others.find((word) => !word.startsWith('-')) : undefined;
    if (asked === undefined) return { text: overview(), json: summaries() };
    return await (await find(asked)).run(['--help'], terminal);
  }
  return await (await find(name)).run(others, terminal);
}

async function find(name: string): Promise<Command> {
  const found = Object.entries(commands).find(([known]) => known === name)?.[1];
  if (found !== undefined) return await found.load();
  const nearest = nearestName(name, Object.keys(commands));
  const remedy = nearest === undefined ? 'npx trofast --help lists them.' : `Did you mean npx trofast ${nearest}?`;
  throw new Mistake(`There is no command "${name}".`, remedy, 'usage');
}

function summaries(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(commands).map(([name, { summary }]) => [name, summary]));
}

function overview(): string {
  const lines = Object.entries(summaries()).map(([name, summary]) => `  ${name.padEnd(10)}  ${summary}`);
  return [
    'Trofast, an open loyalty platform',
    '',
    ...lines,
    '',
    'npx trofast COMMAND --help says more, npx trofast --version which one this is.',
  ].join('\n');
}

/** A user's mistake is told in words; a fault of ours with its stack, so that it can be reported. */
function explain(error: unknown, terminal: Terminal): number {
  const told = (message: string, remedy: string | undefined) => {
    if (terminal.wantsJson) terminal.print(JSON.stringify({ error: { message, remedy } }, undefined, 2));
    else terminal.note(remedy === undefined ? message : `${message}\n→ ${remedy}`);
  };
  if (error instanceof Mistake) {
    told(error.message, error.remedy);
    return error.about === 'usage' ? EXIT.usage : EXIT.bad;
  }
  // By name, so that the server is not read for commands that do without it.
  if (error instanceof CannotOpenDatabase || (error instanceof Error && error.name === 'CannotListen')) {
    told(error.message, undefined);
    return EXIT.bad;
  }
  if (isLostConnection(error)) {
    told(`The database went away: ${error.message}`, 'Run the same command again: it goes on where it stood.');
    return EXIT.bad;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  told(`This is a fault of Trofast, please report it:\n${stack}`, undefined);
  return EXIT.fault;
}

const LOST_CODES: readonly unknown[] = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006'];

function isLostConnection(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect';
  if ('code' in error && LOST_CODES.includes(error.code)) return true;
  return /^Connection terminated|not queryable|connection error/i.test(error.message);
}
