import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../../testing.ts';

let shop: Shop;
let client: Client;
const document = shopDocument('corner-shop');
before(async () => {
  shop = await openShop();
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
  for (const [id, total] of [
    ['a', 60_000],
    ['b', 10_000],
  ] as const) {
    const { id: member } = await client.enrolMember({ id, name: `Customer ${id}`, birthday: '03-31' });
    await client.recordPurchase({
      id: `r-${id}`,
      member: { id: member },
      currency: 'GBP',
      lines: [{ sku: 'MUG', total }],
    });
  }
  await client.moveClock({ programId: shop.program, time: '2026-02-05T09:00:00Z' });
});
after(async () => await shop.close());

async function ended(backTestId: string) {
  for (;;) {
    const found = await client.getBackTest({ backTestId });
    if (found.state !== 'running') return found;
    await wait(50);
  }
}

test('a draft with mistakes is refused with them, and a back-test that there is not is unknown', async () => {
  const wrong = await client.exchange('startBackTest', { document: document.replace('mode: floor', 'mode: flor') });
  assert.ok(!wrong.ok);
  assert.deepEqual([wrong.problem.code, wrong.problem.problems?.length], ['document_invalid', 1]);
  const unknown = await client.exchange('getBackTest', { backTestId: 'x' });
  assert.equal(unknown.ok ? 'ok' : unknown.problem.code, 'unknown_back_test');
});

test('the document that is in force changes nothing for anyone', async () => {
  const { id } = await client.startBackTest({ document });
  const { state, result, done, problem } = await ended(id);
  assert.deepEqual([state, problem, done], ['done', undefined, 2]);
  assert.deepEqual([result?.accounts, result?.changed, result?.refused], [2, 0, { published: 0, draft: 0 }]);
  assert.deepEqual(result?.currencies[0]?.earned, { published: '700', draft: '700' });
});

test('twice the points shows who wins how much, what it costs, and whose level would differ', async () => {
  const changed = document
    .replace('points: 1, per: "1.00 GBP"', 'points: 2, per: "1.00 GBP"')
    .replace('at: "500.00 GBP"', 'at: "700.00 GBP"');
  const { id } = await client.startBackTest({ document: changed });
  const { result } = await ended(id);
  const points = result?.currencies[0];
  assert.deepEqual(points?.earned, { published: '700', draft: '1400' });
  assert.deepEqual([points?.winners, points?.losers, points?.unchanged], [2, 0, 0]);
  assert.deepEqual(
    points?.mostWon.map(({ name, difference, levels }) => [name, difference, levels.length]),
    [
      ['Customer a', '600', 1],
      ['Customer b', '100', 0],
    ],
  );
  assert.equal(
    points?.histogram.reduce((sum, { accounts }) => sum + accounts, 0),
    2,
  );
  assert.deepEqual(result?.costs, [
    { currency: 'GBP', earned: { published: 700, draft: 1400 }, liability: { published: 700, draft: 1400 } },
  ]);
  assert.deepEqual(result?.levels.find(({ level }) => level === 'plus')?.accounts, { published: 1, draft: 0 });
});

test('from a day on, what happened before stays as it was', async () => {
  const { id } = await client.startBackTest({
    document: document.replace('points: 1, per: "1.00 GBP"', 'points: 2, per: "1.00 GBP"'),
    since: '2026-01-20',
  });
  const { result } = await ended(id);
  assert.deepEqual(result?.currencies[0]?.outstanding, { published: '700', draft: '700' });
});

test('a back-test that is stopped says so, and one of a program at a time', async () => {
  const { id } = await client.startBackTest({ document });
  const second = await client.exchange('startBackTest', { document });
  assert.equal(second.ok ? 'ok' : second.problem.code, 'back_test_running');
  await client.cancelBackTest({ backTestId: id });
  assert.equal((await client.getBackTest({ backTestId: id })).state, 'cancelled');
  await client.cancelBackTest({ backTestId: id });
  assert.ok((await client.listBackTests()).items.every((one) => one.id !== id));
});

test("another program's key learns nothing of it", async () => {
  const { id } = await client.startBackTest({ document });
  await ended(id);
  const other = createClient({ url: shop.url, key: await shop.openProgram('other-shop'), fetch: truthfulFetch });
  const answer = await other.exchange('getBackTest', { backTestId: id });
  assert.equal(answer.ok ? 'ok' : answer.problem.code, 'unknown_back_test');
});
