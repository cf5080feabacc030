import { createHash } from 'node:crypto';
import { chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotOpenDatabase } from '../cannot-open-database.ts';
import { isReachable } from './reachable.ts';
import { type SystemUser, userForPostgres } from './run-as.ts';
import { systemFolder } from './system-folder.ts';
import { takeOver } from './take-over.ts';

export interface DataLocation {
  /** PostgreSQL's own folder; it may not exist yet. */
  readonly folder: string;
  readonly user: SystemUser | undefined;
}

/**
 * PostgreSQL's files lie in DATA/postgres. When PostgreSQL's user cannot enter DATA, they lie in a system folder;
 * DATA/postgres-location then says where, and `belongs-to` beside them says whose they are.
 */
export async function locateData(dataDir: string, log: (line: string) => void): Promise<DataLocation> {
  const pointer = join(dataDir, 'postgres-location');
  const elsewhere = await readIfThere(pointer);
  if (elsewhere !== undefined) return await existingElsewhere(dataDir, elsewhere.trim(), pointer);

  const beside = join(dataDir, 'postgres');
  const user = await userForPostgres(beside);
  if (user === undefined || (await isReachable(dataDir, user))) return { folder: beside, user };

  const absolute = await realpath(dataDir);
  const name = createHash('sha256').update(absolute).digest('hex').slice(0, 16);
  const place = await systemFolder(user, `data-${name}`);
  log(`PostgreSQL does not run as root and cannot enter ${dataDir}: its files lie in ${place}`);
  await setAside(place, log);
  await mkdir(place, { recursive: true, mode: 0o755 });
  await chown(place, user.uid, user.gid);
  await writeFile(join(place, 'belongs-to'), `${absolute}\n`);
  await writeFile(pointer, `${place}\n`);
  return { folder: join(place, 'postgres'), user };
}

/** The data folder that an earlier database belonged to has been deleted. Its database is kept, once, but not used. */
async function setAside(place: string, log: (line: string) => void) {
  if ((await readIfThere(join(place, 'belongs-to'))) === undefined) return;
  const aside = `${place}.replaced`;
  log(`An earlier database lay there; it was moved to ${aside} and may be deleted`);
  await takeOver(join(place, 'postgres'), log);
  await rm(aside, { recursive: true, force: true });
  await rename(place, aside);
}

async function existingElsewhere(dataDir: string, place: string, pointer: string): Promise<DataLocation> {
  const owner = (await readIfThere(join(place, 'belongs-to')))?.trim();
  if (owner === undefined) {
    throw new CannotOpenDatabase(
      `The database of ${dataDir} lay in ${place}, which is gone. ` +
        `Restore that folder, or delete ${pointer} to start with an empty database.`,
    );
  }
  const absolute = await realpath(dataDir);
  if (owner !== absolute && (await pointsTo(owner, place))) {
    throw new CannotOpenDatabase(
      `${dataDir} is a copy of ${owner}, and both name the database in ${place}. ` +
        `Use ${owner}, or delete ${pointer} to start with an empty database.`,
    );
  }
  if (owner !== absolute) await writeFile(join(place, 'belongs-to'), `${absolute}\n`);
  return { folder: join(place, 'postgres'), user: await userForPostgres(join(place, 'postgres')) };
}

async function pointsTo(dataDir: string, place: string): Promise<boolean> {
  return (await readIfThere(join(dataDir, 'postgres-location')))?.trim() === place;
}

async function readIfThere(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found ? await readFile(path, 'utf8') : undefined;
}
