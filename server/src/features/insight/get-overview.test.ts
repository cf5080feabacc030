import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
});
after(async () => await shop.close());

const buy = async (member: string, id: string, total: number) =>
  await client.recordPurchase({ id, member: { id: member }, currency: 'GBP', lines: [{ sku: 'MUG', total }] });

test('a shop without members has figures of nothing, and no share of it', async () => {
  const overview = await client.getOverview();
  assert.deepEqual(overview.members, { now: 0, before: 0 });
  assert.deepEqual([overview.repeatRate, overview.sales], [{}, []]);
  assert.equal(overview.series.length, 30);
});

test('a period that ends before it begins, a market that there is not, and too many steps are refused', async () => {
  const asked = [
    { from: '2026-02-01', through: '2026-01-01' },
    { market: 'DK' },
    { from: '2001-01-01', through: '2026-01-01' },
  ];
  const codes = await Promise.all(
    asked.map(async (input) => {
      const answer = await client.exchange('getOverview', input);
      return answer.ok ? 'ok' : answer.problem.code;
    }),
  );
  assert.deepEqual(codes, ['malformed', 'unknown_market', 'malformed']);
});

test('the figures of a period are those of the book, and stand against the period before', async () => {
  const [first, second] = await Promise.all([client.enrolMember({ id: 'a' }), client.enrolMember({ id: 'b' })]);
  await buy(first.id, 'r-1', 60_000);
  await buy(first.id, 'r-2', 10_000);
  await buy(second.id, 'r-3', 5_000);
  await client.redeemReward({ id: 'c-1', member: { id: first.id }, reward: 'coffee' });
  await client.recordReturn({ id: 'x-1', purchase: { key: 'r-3' }, member: { id: second.id } });

  const now = await client.getOverview({ from: '2026-01-05', through: '2026-01-05' });
  assert.deepEqual(now.comparedWith, { from: '2026-01-04', through: '2026-01-04' });
  assert.deepEqual([now.members.now, now.joined.now, now.activeMembers.now], [2, 2, 2]);
  assert.deepEqual([now.purchases.now, now.returns.now, now.repeatRate.now], [3, 1, 0.5]);
  assert.deepEqual(
    now.sales.map(({ currency, revenue, averageOrder }) => [currency, revenue.now, averageOrder.now]),
    [['GBP', 70_000, 23_333]],
  );
  const [points] = now.points;
  assert.deepEqual(
    [points?.earned.now, points?.spent.now, points?.takenBack.now, points?.outstanding.now],
    ['750', '50', '50', '650'],
  );
  assert.deepEqual(points?.cost, [
    {
      currency: 'GBP',
      earned: { now: 750, before: 0 },
      spent: { now: 50, before: 0 },
      outstanding: { now: 650, before: 0 },
    },
  ]);
  assert.deepEqual(
    now.liability.map(({ points: ofPoints, vouchers, total }) => [ofPoints.now, vouchers.now, total.now]),
    [[650, 300, 950]],
  );
  const [status] = now.ladders;
  assert.deepEqual(
    status?.levels.map(({ level, members }) => [level, members]),
    [
      ['basic', 1],
      ['plus', 1],
    ],
  );
  assert.deepEqual([status?.up.now, status?.down.now, status?.same.now], [1, 0, 1]);

  const later = await client.getOverview({ from: '2026-01-06', through: '2026-01-06' });
  assert.deepEqual(later.purchases, { now: 0, before: 3 });
  assert.deepEqual(later.points[0]?.outstanding, { now: '650', before: '650' });
});

test('a cost of a point that the settings state counts instead of the program’s own', async () => {
  await client.changeSettings({ costPerPoint: [{ currency: 'points', money: 'GBP', cost: '0.005' }] });
  const { points } = await client.getOverview({ from: '2026-01-05', through: '2026-01-05' });
  assert.deepEqual(points[0]?.cost[0]?.outstanding.now, 325);
});

test('the steps of the series add up to the figures', async () => {
  for (const by of ['day', 'week', 'month'] as const) {
    const { series, purchases, sales } = await client.getOverview({ from: '2025-12-01', through: '2026-01-31', by });
    assert.equal(
      series.reduce((sum, step) => sum + step.purchases, 0),
      purchases.now,
    );
    assert.equal(
      series.reduce((sum, step) => sum + (step.revenue.GBP ?? 0), 0),
      sales[0]?.revenue.now,
    );
    assert.equal(series.at(-1)?.points.points?.outstanding, '650');
  }
});

test('an erased person is a member no longer', async () => {
  const { id } = await client.enrolMember({ id: 'c' });
  const { members } = await client.getOverview();
  await client.eraseMember({ memberId: id });
  assert.equal((await client.getOverview()).members.now, members.now - 1);
});
