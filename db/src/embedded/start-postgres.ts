import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotOpenDatabase } from '../cannot-open-database.ts';
import type { Binaries } from './binaries.ts';
import type { DataLocation } from './data-location.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { identityOf } from './process-identity.ts';
import { type PostgresSettings, settingArguments } from './settings.ts';
import { stopPostgres } from './stop-postgres.ts';
import { takeOver } from './take-over.ts';

const startSecondsMax = 600;
const retrySecondsMax = 30;
const logBytesMax = 10_000_000;
const socketFolderLengthMax = 80;

export interface RunningPostgres {
  readonly pid: number;
  readonly socketFolder: string;
  /** Settles when PostgreSQL ends although nobody stopped it. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

export interface Start {
  readonly binaries: Binaries;
  readonly location: DataLocation;
  readonly logFile: string;
  readonly settings: PostgresSettings;
  log(line: string): void;
}

/** Starts PostgreSQL and waits until it takes connections; after a crash that includes its recovery. */
export async function startPostgres(start: Start): Promise<RunningPostgres> {
  rotate(start.logFile);
  const socketFolder = await privateSocketFolder(start.location);
  const retryUntil = performance.now() + retrySecondsMax * 1000;
  for (;;) {
    const logStart = sizeOf(start.logFile);
    const child = await spawnPostgres(start, socketFolder);
    if (await becomesReady(child, start)) return running(child, socketFolder, start.logFile);

    const said = readFileSync(start.logFile).subarray(logStart).toString('utf8').trim();
    // Sessions of a killed PostgreSQL end a moment after it; one that was just starting shows itself only now.
    if (/pre-existing shared memory block|lock file .* already exists/.test(said) && performance.now() < retryUntil) {
      await sleep(200);
      await takeOver(start.location.folder, start.log);
      continue;
    }
    rmSync(socketFolder, { recursive: true, force: true });
    throw new CannotOpenDatabase(`PostgreSQL did not start. It said (${start.logFile}):\n${said}`);
  }
}

async function spawnPostgres({ binaries, location, logFile, settings }: Start, socketFolder: string) {
  const output = openSync(logFile, 'a', 0o600);
  try {
    // A group of its own: Ctrl-C reaches Trofast, which stops PostgreSQL when its own work has ended.
    const child = spawn(binaries.postgres, ['-D', location.folder, ...settingArguments(socketFolder, settings)], {
      ...location.user,
      cwd: '/',
      detached: true,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', output, output],
    });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

async function becomesReady(child: ChildProcess, { location, log }: Start): Promise<boolean> {
  const startedAt = performance.now();
  let isTold = false;
  while (child.exitCode === null && child.signalCode === null) {
    const file = readPostmasterFile(location.folder);
    if (file?.pid === child.pid && file?.isReady) return true;
    const seconds = (performance.now() - startedAt) / 1000;
    if (seconds > startSecondsMax) child.kill('SIGQUIT');
    if (seconds > 2 && !isTold) {
      isTold = true;
      log('PostgreSQL is recovering what was not yet written when it was last stopped …');
    }
    await sleep(15);
  }
  return false;
}

function running(child: ChildProcess, socketFolder: string, logFile: string): RunningPostgres {
  const { pid } = child;
  const identity = pid === undefined ? undefined : identityOf(pid);
  if (pid === undefined || identity === undefined)
    throw new CannotOpenDatabase('PostgreSQL ended right after its start.');

  let isStopping = false;
  const cleanUp = () => rmSync(socketFolder, { recursive: true, force: true });
  const stopAtExit = () => {
    child.kill('SIGINT');
    cleanUp();
  };
  process.on('exit', stopAtExit);

  const lost = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      process.off('exit', stopAtExit);
      cleanUp();
      if (!isStopping) resolve(`PostgreSQL (process ${pid}) ended: ${signal ?? `code ${code}`}; its log is ${logFile}`);
    });
  });
  return {
    pid,
    socketFolder,
    lost,
    stop: async () => {
      isStopping = true;
      await stopPostgres(identity);
      process.off('exit', stopAtExit);
      cleanUp();
    },
  };
}

/** The path of a socket has at most 107 bytes, so it does not lie in the data folder. */
async function privateSocketFolder({ user }: DataLocation): Promise<string> {
  const temporary = tmpdir();
  const base = user === undefined && temporary.length < socketFolderLengthMax ? temporary : '/tmp';
  const folder = await mkdtemp(join(base, 'trofast-'));
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

function rotate(logFile: string) {
  if (sizeOf(logFile) > logBytesMax) renameSync(logFile, `${logFile}.1`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
