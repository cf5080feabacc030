import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { type Database, openDatabase } from './index.ts';
import { testDatabase } from './testing.ts';

let administrator: Database;
let migrationsDir: string;

before(async () => {
  migrationsDir = await mkdtemp(join(tmpdir(), 'trofast-migrations-'));
  await writeFile(
    join(migrationsDir, '0001_thing.sql'),
    'create table thing (id bigint); grant select on thing to trofast_app;',
  );
  administrator = await testDatabase();
});

after(async () => {
  await administrator.close();
  await rm(migrationsDir, { recursive: true });
});

/** A database whose owner may not make roles, as many hosts give it. */
async function limitedDatabase(t: TestContext) {
  const name = `limited_${crypto.randomUUID().replaceAll('-', '')}`;
  await administrator.withOwner(async (owner) => {
    await owner.query(`create role ${name} login password 'limited'`);
    await owner.query(`create database ${name} owner ${name}`);
  });
  const url = new URL(administrator.ownerUrl);
  Object.assign(url, { username: name, password: 'limited', pathname: `/${name}` });
  t.after(() =>
    administrator.withOwner(async (owner) => {
      await owner.query(`drop database ${name} with (force)`);
      await owner.query(`drop role if exists ${name}, ${name}_server`);
    }),
  );
  return { name, url: url.href };
}

function open(databaseUrl: string, applicationUrl?: string): Promise<Database> {
  return openDatabase({ databaseUrl, applicationUrl, dataDir: tmpdir(), migrationsDir, log: () => undefined });
}

test('an owner who may not make roles is told what an administrator should run', async (t) => {
  const limited = await limitedDatabase(t);
  const message = new RegExp(
    `create role "?${limited.name}_server"? login password .*[\\s\\S]*APPLICATION_DATABASE_URL`,
  );
  await assert.rejects(open(limited.url), { name: 'CannotOpenDatabase', message });
});

test('what the administrator was told to run is enough', async (t) => {
  const limited = await limitedDatabase(t);
  const login = `${limited.name}_server`;
  await administrator.withOwner((owner) =>
    owner.query(`create role ${login} login password 'own' in role trofast_app`),
  );
  const applicationUrl = new URL(limited.url);
  Object.assign(applicationUrl, { username: login, password: 'own' });

  const database = await open(limited.url, applicationUrl.href);
  const { rows } = await database.query('select current_user as name, count(*) as things from thing');
  await database.close();
  assert.deepEqual(rows, [{ name: login, things: 0 }]);
});

test('a user who does not own the database is told so', async (t) => {
  const limited = await limitedDatabase(t);
  const other = await limitedDatabase(t);
  const url = new URL(limited.url);
  url.pathname = new URL(other.url).pathname;
  await assert.rejects(open(url.href), { name: 'CannotOpenDatabase', message: /must own it/ });
});

test('a password that does not fit, a database that is not there and a host that does not answer are named', async (t) => {
  const limited = await limitedDatabase(t);
  const wrongPassword = new URL(limited.url);
  wrongPassword.password = 'wrong';
  const noDatabase = new URL(limited.url);
  noDatabase.pathname = '/nowhere';
  for (const url of [wrongPassword.href, noDatabase.href, 'postgresql://a:b@127.0.0.1:1/shop']) {
    await assert.rejects(open(url), { name: 'CannotOpenDatabase', message: /^DATABASE_URL .* cannot be reached: / });
  }
});

test('a URL without a password is refused, because the password of the server follows from it', async () => {
  const url = new URL(administrator.ownerUrl);
  url.password = '';
  await assert.rejects(open(url.href), { name: 'CannotOpenDatabase', message: /names no password/ });
});

test('something that is no URL is refused without printing the password in it', async () => {
  const refused = open('postgresql//shop:secret@localhost/shop');
  await assert.rejects(refused, (error: Error) => {
    assert.equal(error.name, 'CannotOpenDatabase');
    assert.match(error.message, /DATABASE_URL is no URL/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});
