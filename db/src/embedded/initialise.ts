import { spawn } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CannotOpenDatabase } from '../cannot-open-database.ts';
import type { Binaries } from './binaries.ts';
import type { DataLocation } from './data-location.ts';
import { majorVersion, ownerRole } from './settings.ts';

/** Whether the folder holds a database of the version that we run. */
export async function isInitialised(folder: string): Promise<boolean> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    if (error.code !== 'EACCES') throw error;
    throw new CannotOpenDatabase(
      `The database in ${folder} belongs to another user. Start Trofast as that user (or as root), or choose another folder with --data DIR.`,
    );
  });
  if (version === undefined) return false;
  if (version.trim() === majorVersion) return true;
  throw new CannotOpenDatabase(
    `The database in ${folder} is of PostgreSQL ${version.trim()}, and this Trofast brings PostgreSQL ${majorVersion}. ` +
      'Export with the Trofast that made it and import again, or serve it with your own PostgreSQL and set DATABASE_URL.',
  );
}

/** Makes an empty database beside its place and moves it there when complete, so that an interrupted start leaves none. */
export async function initialise(binaries: Binaries, { folder, user }: DataLocation, password: string) {
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true, maxRetries: 10 });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = join(unfinished, 'password');
  const target = join(unfinished, 'data');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFile]) await chown(path, user.uid, user.gid);

  const { code, output } = await runInitdb(binaries.initdb, user, [
    ...['--pgdata', target, '--username', ownerRole, '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
  ]);
  if (code !== 0) {
    throw new CannotOpenDatabase(`PostgreSQL could not be prepared in ${dirname(folder)}:\n${output.trim()}`);
  }
  await rename(target, folder);
  await rm(unfinished, { recursive: true, force: true });
}

function runInitdb(
  initdb: string,
  user: DataLocation['user'],
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, {
      ...user,
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
