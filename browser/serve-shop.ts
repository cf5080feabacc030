// A server for browser tests in a process of its own: a fresh database with a published program. Told to stop, it drops both.

import { openShop } from '@trofast/server/testing';

const shop = await openShop({ logLevel: 'error' });
const { url, program, key, operatorKey, welcomeLink } = shop;
process.send?.({ url, program, key, operatorKey, welcomeLink });

process.once('disconnect', async () => {
  await shop.close();
  process.exit();
});
