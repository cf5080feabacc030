import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { type EmbeddedPostgres, openEmbedded } from './open-embedded.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { identityOf, isAlive } from './process-identity.ts';

let folder: string;
/** A data folder in which a database was made and stopped; each test has a copy of its own. */
let dataDir: string;
let log: string[];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trofast-embedded-'));
  chmodSync(folder, 0o755);
  const postgres = await openEmbedded({ dataDir: join(folder, 'made'), log: () => undefined });
  await postgres.stop();
});

beforeEach(() => {
  dataDir = join(folder, crypto.randomUUID());
  // Node's own copy would give root what belongs to PostgreSQL's user.
  execFileSync('cp', ['-a', join(folder, 'made'), dataDir]);
  log = [];
});

after(() => rmSync(folder, { recursive: true, force: true }));

function open(): Promise<EmbeddedPostgres> {
  return openEmbedded({ dataDir, log: (line) => log.push(line) });
}

async function run(postgres: { ownerUrl: string }, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Another Trofast that has the data folder open. */
async function otherProcess() {
  const code = `
    import { openEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'open-embedded.ts'))};
    const { ownerUrl, pid } = await openEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    console.log(JSON.stringify({ ownerUrl, pid }));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const { ownerUrl, pid }: { ownerUrl: string; pid: number } = JSON.parse(line);
  return { child, ownerUrl, pid };
}

async function kill(child: ChildProcess) {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function keepsItsRow(postgres: EmbeddedPostgres) {
  assert.deepEqual(await run(postgres, 'select id from kept'), [{ id: 1 }]);
  await postgres.stop();
}

test('a second process is refused with the folder, the pid and the remedy', async () => {
  const other = await otherProcess();
  const message = `The data folder ${dataDir} is open in another Trofast, process ${other.child.pid}. Stop that one first (kill ${other.child.pid}), or choose another folder with --data DIR.`;
  await assert.rejects(open(), { name: 'CannotOpenDatabase', message });
  assert.deepEqual(await run(other, 'select 1 as one'), [{ one: 1 }]);
  await kill(other.child);
  await (await open()).stop();
});

test('one process cannot open a folder twice', async () => {
  const postgres = await open();
  await assert.rejects(open(), { name: 'CannotOpenDatabase', message: /open in this process/ });
  await postgres.stop();
});

test('after its owner was killed, PostgreSQL is stopped and started again with everything committed', async () => {
  const other = await otherProcess();
  await run(other, 'create table kept as select 1 as id');
  await kill(other.child);
  const orphan = identityOf(other.pid);
  assert.ok(orphan, 'PostgreSQL outlives its killed owner');

  const postgres = await open();
  assert.equal(isAlive(orphan), false);
  assert.match(log.join(), /Stopping PostgreSQL \(process \d+\) that an earlier Trofast left running/);
  await keepsItsRow(postgres);
});

test('after PostgreSQL was killed, its owner hears of it and the next start has everything committed', async () => {
  const postgres = await open();
  await run(postgres, 'create table kept as select 1 as id');
  process.kill(postgres.pid, 'SIGKILL');
  assert.match(await postgres.lost, /ended: SIGKILL/);
  await postgres.stop();
  await keepsItsRow(await open());
});

test('after both were killed while writing, the next start has everything committed', async () => {
  const other = await otherProcess();
  await run(other, 'create table kept as select 1 as id');
  const writing = run(other, 'create table lost as select generate_series(1, 100000000)').catch(
    (error: Error) => error,
  );
  process.kill(other.pid, 'SIGKILL');
  await kill(other.child);
  assert.ok((await writing) instanceof Error);
  await keepsItsRow(await open());
});

test('a lock whose process id now belongs to another process is no lock', async () => {
  writeFileSync(join(dataDir, 'trofast.lock'), JSON.stringify({ pid: process.pid, start: 'another boot:1' }));
  await (await open()).stop();
});

test('a lock that was half written is no lock', async () => {
  writeFileSync(join(dataDir, 'trofast.lock'), '{"pid":');
  await (await open()).stop();
});

test('of many that find a dead lock at once, one gets the folder', async () => {
  writeFileSync(join(dataDir, 'trofast.lock'), JSON.stringify({ pid: 1, start: 'another boot:1' }));
  const results = await Promise.allSettled([open(), open(), open()]);
  const opened = results.filter((result) => result.status === 'fulfilled');
  assert.equal(opened.length, 1);
  await opened[0]?.value.stop();
});

test('a first start that was interrupted is begun anew', async () => {
  rmSync(join(dataDir, 'postgres'), { recursive: true });
  mkdirSync(join(dataDir, 'postgres.new', 'data'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.new', 'data', 'PG_VERSION'), '18\n');
  const postgres = await open();
  assert.match(log.join(), /Preparing the database in .* \(first start, a few seconds\)/);
  assert.equal(existsSync(join(dataDir, 'postgres.new')), false);
  await postgres.stop();
});

test('a database of another PostgreSQL is refused and not touched', async () => {
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  await assert.rejects(open(), { name: 'CannotOpenDatabase', message: /is of PostgreSQL 17, and this Trofast brings/ });
  assert.equal(readFileSync(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8'), '17\n');
});

test('a database whose password file is gone is refused, and the file is named', async () => {
  rmSync(join(dataDir, 'postgres-password'));
  await assert.rejects(open(), { name: 'CannotOpenDatabase', message: /postgres-password is missing/ });
});

test('only the owner may read the password', () => {
  assert.equal(statSync(join(dataDir, 'postgres-password')).mode & 0o777, 0o600);
});

test('stopping leaves no process, no lock and no socket', async () => {
  const postgres = await open();
  const file = readPostmasterFile(join(dataDir, 'postgres'));
  assert.ok(file && existsSync(file.socketFolder));
  await postgres.stop();
  assert.equal(identityOf(postgres.pid), undefined);
  assert.equal(existsSync(join(dataDir, 'trofast.lock')), false);
  assert.equal(existsSync(file.socketFolder), false);
});

test('what was answered survives the machine: fsync and synchronous_commit are on', async () => {
  const postgres = await open();
  const settings =
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')";
  const rows = await run(postgres, `${settings} order by name`);
  await postgres.stop();
  assert.deepEqual(rows, [
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
});

test('a program that ends without closing leaves PostgreSQL stopped', async () => {
  const code = `
    import { openEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'open-embedded.ts'))};
    const { pid } = await openEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    console.log(pid);
    process.exit(3);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const end = performance.now() + 10_000;
  while (identityOf(Number(line)) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(identityOf(Number(line)), undefined);
  assert.equal(existsSync(join(dataDir, 'trofast.lock')), false);
});
