import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { locateData } from './data-location.ts';
import { isReachable } from './reachable.ts';

// Only root can meet a folder that root alone may enter.
const skip = process.getuid?.() === 0 ? false : 'needs root';

let dataDir: string;
let places: string[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trofast-location-'));
  chmodSync(dataDir, 0o700);
  places = [];
});

afterEach(() => {
  for (const folder of [dataDir, `${dataDir}-moved`, ...places]) rmSync(folder, { recursive: true, force: true });
});

async function locate(folder = dataDir) {
  const location = await locateData(folder, () => undefined);
  if (!location.folder.startsWith(folder)) places.push(join(location.folder, '..'));
  return location;
}

test('where everyone may enter, PostgreSQL lies in the data folder', { skip }, async () => {
  chmodSync(dataDir, 0o755);
  const { folder, user } = await locate();
  assert.equal(folder, join(dataDir, 'postgres'));
  assert.ok(user && user.uid !== 0);
});

test('where only root may enter, PostgreSQL lies elsewhere and is found again', { skip }, async () => {
  const { folder, user } = await locate();
  assert.ok(user && (await isReachable(join(folder, '..'), user)));
  assert.equal(`${readFileSync(join(dataDir, 'postgres-location'), 'utf8').trim()}/postgres`, folder);
  assert.equal((await locate()).folder, folder);
});

test('a data folder that was moved keeps its database', { skip }, async () => {
  const { folder } = await locate();
  renameSync(dataDir, `${dataDir}-moved`);
  assert.equal((await locate(`${dataDir}-moved`)).folder, folder);
});

test('a copy of a data folder does not get the database of the first', { skip }, async () => {
  await locate();
  cpSync(dataDir, `${dataDir}-moved`, { recursive: true });
  await assert.rejects(locate(`${dataDir}-moved`), { name: 'CannotOpenDatabase', message: /is a copy of/ });
});

test('a database that is gone is said to be gone, not replaced by an empty one', { skip }, async () => {
  const { folder } = await locate();
  rmSync(join(folder, '..'), { recursive: true });
  await assert.rejects(locate(), {
    name: 'CannotOpenDatabase',
    message: /which is gone. Restore that folder, or delete/,
  });
});

test('a data folder that was deleted and made anew begins empty, and the old database is set aside', {
  skip,
}, async () => {
  const { folder } = await locate();
  writeFileSync(join(folder, '..', 'old'), '');
  rmSync(join(dataDir, 'postgres-location'));
  const again = await locate();
  places.push(`${join(folder, '..')}.replaced`);
  assert.equal(again.folder, folder);
  assert.equal(readFileSync(`${join(folder, '..')}.replaced/old`, 'utf8'), '');
});
