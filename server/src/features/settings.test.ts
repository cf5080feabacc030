import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
});
after(async () => await shop.close());

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test('a file that only calls itself a picture is none, and a large one is refused', async () => {
  const script = await client.exchange('saveLogo', { body: new TextEncoder().encode('<svg onload="alert(1)"/>') });
  assert.equal(script.ok ? 'ok' : script.problem.code, 'not_a_picture');
  const large = new Uint8Array(1_000_001);
  large.set(png);
  const refused = await client.exchange('saveLogo', { body: large });
  assert.equal(refused.ok ? 'ok' : refused.problem.code, 'too_large');
});

test('a logo is served to anyone under an address that never changes its content, and goes when it is removed', async () => {
  const { url, kind } = await client.saveLogo({ body: png });
  const { brand } = await createClient({ url: shop.url }).getBrand({ programId: shop.program });
  assert.deepEqual([brand.logo?.url, kind], [url, 'image/png']);
  const answer = await fetch(`${shop.url}${url}`);
  assert.equal(answer.headers.get('Content-Type'), 'image/png');
  assert.match(answer.headers.get('Cache-Control') ?? '', /immutable/);
  assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), png);

  await client.removeLogo();
  assert.equal((await client.getSettings()).brand.logo, undefined);
  assert.equal((await fetch(`${shop.url}${url}`)).status, 404);
});

test('settings that are left out stay, and text on a brand’s colours can be read', async () => {
  await client.changeSettings({ primary: '#ffdd00', approvalAbove: 50 });
  const { brand, approvalAbove, programApprovalAbove } = await client.changeSettings({ name: 'Corner' });
  assert.deepEqual([brand.name, brand.primary, brand.onPrimary], ['Corner', '#ffdd00', '#000000']);
  assert.deepEqual([approvalAbove, programApprovalAbove], [50, 100]);
  assert.equal((await client.changeSettings({ approvalAbove: null })).approvalAbove, undefined);
});

test('a colour that is none, and a cost of points that do not exist, are refused by name', async () => {
  const colour = await client.exchange('changeSettings', { primary: 'red' });
  assert.deepEqual(colour.ok ? [] : colour.problem.errors?.map(({ pointer }) => pointer), ['/primary']);
  const cost = await client.exchange('changeSettings', {
    costPerPoint: [{ currency: 'pionts', money: 'GBP', cost: '0.01' }],
  });
  assert.equal(cost.ok ? 'ok' : cost.problem.code, 'unknown_currency');
});

test("a store takes the program's only market and its zone, unless it says otherwise", async () => {
  const first = await client.saveStore({ storeId: 'high-street', name: 'High Street' });
  assert.deepEqual(first, { id: 'high-street', name: 'High Street', market: 'UK', zone: 'Europe/London' });
  const refused = await client.exchange('saveStore', { storeId: 'x', name: 'X', zone: 'Mars/Olympus' });
  assert.deepEqual(refused.ok ? [] : refused.problem.errors?.map(({ pointer }) => pointer), ['/zone']);
  const abroad = await client.exchange('saveStore', { storeId: 'x', name: 'X', market: 'DK' });
  assert.equal(abroad.ok ? 'ok' : abroad.problem.code, 'unknown_market');
  assert.equal((await client.listStores()).items.length, 1);
  await client.removeStore({ storeId: 'high-street' });
  const gone = await client.exchange('removeStore', { storeId: 'high-street' });
  assert.equal(gone.ok ? 'ok' : gone.problem.code, 'unknown_store');
});

test('an earlier version comes back as a new one, and versions say which is in force', async () => {
  const rolled = await client.rollBackVersion({ programId: shop.program, number: 1 });
  assert.deepEqual([rolled.number, rolled.note], [2, 'Back to version 1.']);
  await client.moveClock({ programId: shop.program, time: '2026-01-06T09:00:00Z' });
  const { items } = await client.listVersions({ programId: shop.program });
  assert.deepEqual(
    items.map(({ number, state }) => [number, state]),
    [
      [2, 'in_force'],
      [1, 'past'],
    ],
  );
});
