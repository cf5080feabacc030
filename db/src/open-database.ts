import { join } from 'node:path';
import { ownerPasswordOf, provisionApplicationRole } from './application-role.ts';
import { CannotOpenDatabase } from './cannot-open-database.ts';
import { asOwner, type Database, databaseOf } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { migrate } from './migrate.ts';
import { supportedVersion } from './postgres-version.ts';
import { ensureMigrationTable } from './schema-lock.ts';

export interface DatabaseOptions {
  /** The owner's connection to a PostgreSQL of yours. Without it, an embedded one lives in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** The server's own connection, where the owner may not make its role. */
  readonly applicationUrl?: string | undefined;
  readonly dataDir: string;
  readonly connectionsMax?: number | undefined;
  readonly migrationsDir?: string | undefined;
  /** For scripts and tests: an idle pool does not keep the process alive. */
  readonly mayExitWhileIdle?: boolean | undefined;
  /** Called with one line for each thing that takes time. */
  log(line: string): void;
}

export const ourMigrations = join(import.meta.dirname, '..', 'migrations');

/** Opens, migrates and connects. Throws CannotOpenDatabase with what to do when that is for a person to solve. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl !== undefined) {
    if (!URL.canParse(options.databaseUrl)) {
      throw new CannotOpenDatabase('DATABASE_URL is no URL: expected postgresql://USER:PASSWORD@HOST:PORT/DATABASE.');
    }
    return await openAt(options.databaseUrl, options);
  }

  const embedded = await openEmbedded(options);
  try {
    return await openAt(embedded.ownerUrl, options, embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

interface Embedded {
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

async function openAt(ownerUrl: string, options: DatabaseOptions, embedded?: Embedded): Promise<Database> {
  if (options.applicationUrl === undefined) ownerPasswordOf(ownerUrl);
  const prepared = await asOwner(ownerUrl, async (owner) => {
    const version = await supportedVersion(owner);
    await ensureMigrationTable(owner);
    const url = options.applicationUrl ?? (await provisionApplicationRole(owner, ownerUrl));
    await migrate(owner, options.migrationsDir ?? ourMigrations, options.log);
    return { version, url };
  }).catch((error: unknown) => {
    throw embedded === undefined ? explained(error, ownerUrl) : error;
  });
  return databaseOf({
    ...prepared,
    ownerUrl,
    isEmbedded: embedded !== undefined,
    lost: embedded?.lost ?? new Promise(() => undefined),
    connectionsMax: options.connectionsMax ?? 10,
    mayExitWhileIdle: options.mayExitWhileIdle ?? false,
    log: options.log,
    afterClose: async () => await embedded?.stop(),
  });
}

const connectionErrors = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '28P01',
  '28000',
  '3D000',
];
const insufficientPrivilege = '42501';

function explained(error: unknown, ownerUrl: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const { host, pathname } = new URL(ownerUrl);
  const name = `DATABASE_URL (${host}${pathname})`;
  if (error.code === insufficientPrivilege) {
    return new CannotOpenDatabase(`The user of ${name} may not set up the database; it must own it: ${error.message}`);
  }
  if (!connectionErrors.includes(String(error.code))) return error;
  const reason = error.message || String(error.code);
  return new CannotOpenDatabase(`${name} cannot be reached: ${reason}. Is it running, and is the URL right?`);
}
