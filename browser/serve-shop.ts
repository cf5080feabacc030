// A server for browser tests in a process of its own: a fresh database with a published program, or with nothing in it.
// Told to stop, it drops both.

import { testDatabase } from '@trofast/db/testing';
import { openLedger } from '@trofast/ledger';
import { startServer } from '@trofast/server';
import { readOptions, serverOptions } from '@trofast/server/options';
import { openShop } from '@trofast/server/testing';

const shop = process.argv[2] === 'empty' ? await openNothing() : await openShop({ logLevel: 'error' });
const { url, program, key, operatorKey, welcomeLink } = shop;
process.send?.({ url, program, key, operatorKey, welcomeLink });

process.once('disconnect', async () => {
  await shop.close();
  process.exit();
});

async function openNothing() {
  const options = readOptions(serverOptions, ['--port', '0', '--log-level', 'error'], {});
  if ('wrong' in options) throw new Error(options.wrong.join('\n'));
  const database = await testDatabase();
  const ledger = await openLedger({ database });
  const server = await startServer({ ...options.values, opened: { database, ledger } });
  const close = async () => {
    await server.close();
    await ledger.close();
    await database.close();
  };
  return {
    url: server.url,
    program: '',
    key: '',
    operatorKey: server.operatorKey ?? '',
    welcomeLink: server.welcomeLink ?? '',
    close,
  };
}
