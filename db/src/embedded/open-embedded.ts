import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { CannotOpenDatabase } from '../cannot-open-database.ts';
import { preparedBinaries } from './binaries.ts';
import { locateData } from './data-location.ts';
import { initialise, isInitialised } from './initialise.ts';
import { lockDataDir } from './owner-lock.ts';
import { ownerPassword } from './password.ts';
import { databaseName, ownerRole, type PostgresSettings } from './settings.ts';
import { startPostgres } from './start-postgres.ts';
import { takeOver } from './take-over.ts';

export interface EmbeddedPostgres {
  readonly ownerUrl: string;
  readonly pid: number;
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly settings?: PostgresSettings;
  log(line: string): void;
}

/** A PostgreSQL of our own in a data folder, which no other process may have open. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new CannotOpenDatabase('On Windows, set DATABASE_URL to a PostgreSQL 15 or newer, or run Trofast in WSL.');
  }
  await mkdir(resolve(options.dataDir), { recursive: true }).catch((error: Error) => {
    throw new CannotOpenDatabase(`The data folder ${options.dataDir} cannot be made: ${error.message}`);
  });
  const dataDir = await realpath(options.dataDir);
  const lock = lockDataDir(dataDir);
  const releaseAtExit = () => lock.release();
  process.on('exit', releaseAtExit);
  const release = () => {
    process.off('exit', releaseAtExit);
    lock.release();
  };
  try {
    const { ownerUrl, postgres } = await startIn(dataDir, options);
    const stop = () => postgres.stop().finally(release);
    return { ownerUrl, pid: postgres.pid, lost: postgres.lost, stop };
  } catch (error) {
    release();
    throw error;
  }
}

async function startIn(dataDir: string, { log, settings = {} }: EmbeddedOptions) {
  const location = await locateData(dataDir, log);
  const isFirst = !(await isInitialised(location.folder));
  const password = await ownerPassword(dataDir, !isFirst);
  if (isFirst) log(`Preparing the database in ${dataDir} (first start, a few seconds) …`);
  const binaries = await preparedBinaries(location.user, dataDir, log);
  if (isFirst) await initialise(binaries, location, password);
  else await takeOver(location.folder, log);

  const logFile = join(dataDir, 'postgres.log');
  const postgres = await startPostgres({ binaries, location, logFile, settings, log });
  const ownerUrl = urlOf(password, postgres.socketFolder, databaseName);
  try {
    await createDatabase(urlOf(password, postgres.socketFolder, 'postgres'));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { ownerUrl, postgres };
}

function urlOf(password: string, socketFolder: string, database: string): string {
  return `postgresql://${ownerRole}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}

async function createDatabase(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
