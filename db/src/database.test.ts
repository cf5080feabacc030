import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from './database.ts';
import { testDatabase } from './testing.ts';

async function endConnectionsOf(database: Database) {
  await database.withOwner((owner) =>
    owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`),
  );
  // The end of a connection reaches its user a moment later, not as an answer.
  await wait(200);
}

test('a connection that is lost while it is lent fails its next query and nothing else', async () => {
  const database = await testDatabase();
  try {
    const lent = await database.connect();
    const pipelined = await database.connectPipelined();
    await endConnectionsOf(database);
    await assert.rejects(lent.query('select'));
    await assert.rejects(pipelined.query('select'));
    lent.release(true);
    const { rowCount } = await database.query('select', []);
    assert.equal(rowCount, 1);
  } finally {
    await database.close();
  }
});
