import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { type Database, openDatabase } from './index.ts';
import { testDatabase } from './testing.ts';

const first = 'create table thing (id bigint primary key, name text); grant select, insert on thing to trofast_app;';
const second = 'alter table thing add column size bigint;';
const folders: string[] = [];

after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trofast-migrations-'));
  folders.push(folder);
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql);
  return folder;
}

function open(database: Database, migrationsDir: string, log: string[] = []): Promise<Database> {
  const options = { databaseUrl: database.ownerUrl, dataDir: tmpdir(), migrationsDir, mayExitWhileIdle: true };
  return openDatabase({ ...options, log: (line) => log.push(line) });
}

async function refused(t: TestContext, files: Readonly<Record<string, string>>, message: RegExp) {
  const database = await migrated(t, { '0001_thing.sql': first, '0002_size.sql': second });
  const folder = await folderWith(files);
  await assert.rejects(open(database, folder), { name: 'CannotOpenDatabase', message });
}

async function migrated(t: TestContext, files: Readonly<Record<string, string>>): Promise<Database> {
  const database = await testDatabase({ migrationsDir: await folderWith(files) });
  t.after(database.close);
  return database;
}

test('a server older than the schema refuses to start and says what to do', async (t) => {
  await refused(t, { '0001_thing.sql': first }, /newer Trofast: its schema is at 0002_size.sql.*Start that version/);
});

test('a migration that changed after it was applied is refused by name', async (t) => {
  const files = { '0001_thing.sql': `${first}\n-- tidied`, '0002_size.sql': second };
  await refused(t, files, /0001_thing.sql is not the one that was applied/);
});

test('a gap in the numbers is refused', async (t) => {
  await refused(t, { '0001_thing.sql': first, '0003_later.sql': second }, /expected 0002_name.sql/);
});

test('two migrations with one number are refused', async (t) => {
  await refused(t, { '0001_a.sql': first, '0001_b.sql': second }, /0001_b.sql is not the next migration/);
});

test('a migration that fails half-way leaves nothing behind and is tried again', async (t) => {
  const database = await migrated(t, { '0001_thing.sql': first });
  const broken = await folderWith({ '0001_thing.sql': first, '0002_size.sql': `${second} select 1/0;` });
  await assert.rejects(open(database, broken), { name: 'CannotOpenDatabase', message: /0002_size.sql failed/ });

  const mended = await open(database, await folderWith({ '0001_thing.sql': first, '0002_size.sql': second }));
  await mended.query('select size from thing');
  await mended.close();
});

test('eight servers that start at once migrate once', async (t) => {
  const database = await migrated(t, {});
  const folder = await folderWith({ '0001_thing.sql': first, '0002_size.sql': second });
  const log: string[] = [];
  const servers = await Promise.all(Array.from({ length: 8 }, () => open(database, folder, log)));
  await Promise.all(servers.map((server) => server.close()));
  assert.deepEqual(log, ['Migrated the database: 0001_thing.sql', 'Migrated the database: 0002_size.sql']);
});

test('line endings of a checkout do not change a migration', async (t) => {
  const database = await migrated(t, { '0001_thing.sql': `${first}\n${second}` });
  const windows = await open(database, await folderWith({ '0001_thing.sql': `${first}\r\n${second}` }));
  await windows.close();
});

test('the application role may do what was granted and nothing else', async (t) => {
  const database = await migrated(t, { '0001_thing.sql': first });
  await database.query('insert into thing (id, name) values ($1, $2)', [1, 'cup']);
  const denied = [
    'delete from thing',
    'update thing set name = null',
    'truncate thing',
    'drop table thing',
    'create table other (id bigint)',
    'delete from schema_migration',
    `set role ${new URL(database.ownerUrl).username}`,
  ];
  for (const statement of denied) await assert.rejects(database.query(statement), { code: /42501/ }, statement);
  assert.deepEqual((await database.query('select id, name from thing')).rows, [{ id: 1, name: 'cup' }]);
});

test('what a transaction did is gone when it throws', async (t) => {
  const database = await migrated(t, { '0001_thing.sql': first });
  const work = database.transaction(async (client) => {
    await client.query("insert into thing values (1, 'cup')");
    throw new Error('no');
  });
  await assert.rejects(work, /no/);
  assert.equal((await database.query('select from thing')).rowCount, 0);
});

test('a bigint that a number cannot hold exactly is an error, not a rounding', async (t) => {
  const database = await migrated(t, { '0001_thing.sql': first });
  await assert.rejects(database.query('select 9007199254740993 as big'), RangeError);
  assert.deepEqual((await database.query('select 9007199254740991 as big')).rows, [{ big: Number.MAX_SAFE_INTEGER }]);
});
