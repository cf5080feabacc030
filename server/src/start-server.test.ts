import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { testDatabase } from '@trofast/db/testing';
import { openLedger } from '@trofast/ledger';
import { createClient } from '@trofast/sdk';
import { readOptions, serverOptions } from './options.ts';
import { CannotListen, startServer } from './start-server.ts';

test('the first start makes the operator’s key, later starts do not show one, and the key still works', async () => {
  const database = await testDatabase();
  const ledger = await openLedger({ database });
  const read = readOptions(serverOptions, ['--port', '0', '--log-level', 'silent'], {});
  assert.ok('values' in read);
  const options = { ...read.values, opened: { database, ledger } };
  try {
    const first = await startServer(options);
    await first.close();
    const second = await startServer(options);
    assert.ok(first.operatorKey);
    assert.equal(second.operatorKey, undefined);
    const operator = createClient({ url: second.url, key: first.operatorKey });
    assert.deepEqual(await operator.listPrograms(), { items: [] });
    const stored = await database.query<{ text: string }>('select k::text as text from api_key k', []);
    const secretPart = first.operatorKey.split('_').at(-1) ?? '';
    assert.ok(stored.rows.every(({ text }) => !text.includes(secretPart)));
    await second.close();
  } finally {
    await ledger.close();
    await database.close();
  }
});

test('a port in use is said in a sentence with what to do', async () => {
  const database = await testDatabase();
  const ledger = await openLedger({ database });
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const read = readOptions(serverOptions, ['--port', String(port), '--log-level', 'silent'], {});
  assert.ok('values' in read);
  try {
    await assert.rejects(startServer({ ...read.values, opened: { database, ledger } }), (error) => {
      assert.ok(error instanceof CannotListen);
      assert.match(error.message, new RegExp(`Port ${port} .* is in use.* --port`));
      return true;
    });
  } finally {
    taken.close();
    await ledger.close();
    await database.close();
  }
});
