import { runCommandLine } from './run-command-line.ts';

const LINGERING_MS = 1000;

process.exitCode = await runCommandLine(process.argv.slice(2));
// What still waits for a database that has gone does not keep the command from ending.
setTimeout(() => process.exit(), LINGERING_MS).unref();
