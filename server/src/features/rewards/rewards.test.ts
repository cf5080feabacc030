import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  const document = shopDocument('reward-shop').replace(
    '    issued: on_request\n',
    '    issued: on_request\n    stock: 2\n',
  );
  client = createClient({ url: shop.url, key: await shop.openProgram('reward-shop', document), fetch: truthfulFetch });
});
after(async () => await shop.close());

const webp = new Uint8Array([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50]);

test('a picture of a reward that there is not is refused', async () => {
  const answer = await client.exchange('saveRewardPicture', { rewardId: 'cake', body: webp });
  assert.equal(answer.ok ? 'ok' : answer.problem.code, 'unknown_reward');
});

test('the catalogue says what a reward costs, what is left of it and how often it went', async () => {
  const { id } = await client.enrolMember({ id: 'a' });
  await client.recordPurchase({
    id: 'r-1',
    member: { id },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 20_000 }],
  });
  await client.redeemReward({ id: 'c-1', member: { id }, reward: 'coffee' });
  const [coffee] = (await client.listRewards()).items;
  assert.deepEqual(coffee?.cost, { currency: 'points', amount: '50' });
  assert.deepEqual(coffee?.stock, { total: 2, taken: 1, left: 1 });
  assert.deepEqual([coffee?.issued, coffee?.used, coffee?.isOffered], [1, 0, true]);
  assert.match(coffee?.sentence ?? '', /coffee/);
});

test('a reward keeps its newest picture, and none when it is taken away', async () => {
  const { url } = await client.saveRewardPicture({ rewardId: 'coffee', body: webp });
  assert.equal((await client.listRewards()).items[0]?.picture?.url, url);
  assert.equal((await fetch(`${shop.url}${url}`)).headers.get('Content-Type'), 'image/webp');
  await client.removeRewardPicture({ rewardId: 'coffee' });
  assert.equal((await client.listRewards()).items[0]?.picture, undefined);
});
