// Databases for tests: a fresh, migrated one in some 50 ms, dropped when it is closed.

import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { dropLoginRole } from './application-role.ts';
import { asOwner, type Database } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { readMigrations } from './migration-files.ts';
import { openDatabase, ourMigrations } from './open-database.ts';

export interface TestServer {
  /** As its superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly migrationsDir?: string;
  readonly connectionsMax?: number;
}

/** The server that TROFAST_TEST_POSTGRES names, or one of our own that lives until it is stopped or the process ends. */
export async function startTestServer(log: (line: string) => void = () => undefined): Promise<TestServer> {
  const given = process.env.TROFAST_TEST_POSTGRES;
  if (given) return { url: given, stop: async () => undefined };

  const dataDir = mkdtempSync(join(tmpdir(), 'trofast-test-'));
  chmodSync(dataDir, 0o755);
  log('starting PostgreSQL for the tests …');
  const postgres = await openEmbedded({
    dataDir,
    // What a test writes need not survive the machine.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
    log: () => undefined,
  });
  const stop = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: postgres.ownerUrl, stop };
}

let server: Promise<TestServer> | undefined;

/** A database of its own for a test or a test file. Close it: that drops it. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<Database> {
  server ??= startTestServer().then(stopWhenIdle);
  const { url } = await server;
  const migrationsDir = options.migrationsDir ?? ourMigrations;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(url, async (owner) => {
    const template = await ensureTemplate(owner, url, migrationsDir);
    await owner.query(`create database ${name} template ${template}`);
  });

  const database = await openDatabase({
    databaseUrl: withDatabase(url, name),
    dataDir: tmpdir(),
    connectionsMax: options.connectionsMax,
    migrationsDir,
    mayExitWhileIdle: true,
    log: () => undefined,
  });
  const close = async () => {
    await database.close();
    await asOwner(url, async (owner) => {
      await owner.query(`drop database if exists ${name} with (force)`);
      await dropLoginRole(owner, name);
    });
  };
  let closing: Promise<void> | undefined;
  return {
    ...database,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** One template for each content of the migrations, made by whoever comes first. */
async function ensureTemplate(owner: ClientBase, url: string, migrationsDir: string): Promise<string> {
  const migrations = await readMigrations(migrationsDir);
  const content = createHash('sha256').update(migrations.map(({ checksum }) => checksum).join());
  const template = `template_${content.digest('hex').slice(0, 16)}`;
  await owner.query("select pg_advisory_lock(hashtext('trofast test templates'))");
  try {
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(owner, url, template, migrationsDir);
  } finally {
    await owner.query("select pg_advisory_unlock(hashtext('trofast test templates'))");
  }
  return template;
}

async function makeTemplate(owner: ClientBase, url: string, template: string, migrationsDir: string) {
  const draft = `${template}_draft`;
  await owner.query(`drop database if exists ${draft} with (force)`);
  await owner.query(`create database ${draft}`);
  const database = await openDatabase({
    databaseUrl: withDatabase(url, draft),
    dataDir: tmpdir(),
    migrationsDir,
    log: () => undefined,
  });
  await database.close();
  await owner.query(`revoke connect on database ${draft} from ${draft}_server`);
  await dropLoginRole(owner, draft);
  await owner.query(`alter database ${draft} rename to ${template}`);
}

/** A test file that runs alone ends when its databases are closed, and then the server it started ends too. */
function stopWhenIdle(started: TestServer): TestServer {
  let isStopping = false;
  process.on('beforeExit', () => {
    if (isStopping) return;
    isStopping = true;
    void started.stop();
  });
  return started;
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
