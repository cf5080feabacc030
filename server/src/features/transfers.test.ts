import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  const terms = `transfers: { points: { least: 5, most: { amount: 50, over: month } } }\n`;
  const key = await shop.openProgram('gift-giver', `${shopDocument('gift-giver')}${terms}`);
  client = createClient({ url: shop.url, key, retries: 0, fetch: truthfulFetch });
});
after(async () => await shop.close());

async function availableSoon(memberId: string, wanted: string): Promise<string | undefined> {
  for (let tries = 0; ; tries += 1) {
    const available = (await client.getBalance({ memberId })).balances.points?.available;
    if (available === wanted || tries > 100) return available;
    await wait(100);
  }
}

test('points are sent to another member, once, within what the program allows', async () => {
  const [anna, bo] = await Promise.all([
    client.enrolMember({ id: 'anna' }),
    client.enrolMember({ id: 'bo', email: 'bo@example.com' }),
  ]);
  await client.recordPurchase({
    id: 'b',
    member: { id: anna.id },
    currency: 'GBP',
    lines: [{ sku: 'A', total: 6000 }],
  });
  const member = { id: anna.id };
  const to = { email: 'bo@example.com' };
  const REFUSED = [
    [{ to, amount: 4 }, 'minimum_not_met'],
    [{ to, amount: 51 }, 'limit_reached'],
    [{ to: { id: 'nobody00nobody00-1' }, amount: 10 }, 'unknown_member'],
    [{ to: { id: anna.id }, amount: 10 }, 'malformed'],
    [{ to, amount: 10, currency: 'stars' }, 'malformed'],
  ] as const;
  for (const [asked, code] of REFUSED) {
    const answer = await client.exchange('sendPoints', { id: JSON.stringify(asked), member, ...asked });
    assert.equal(answer.ok ? 'ok' : answer.problem.code, code);
  }
  const sent = await client.sendPoints({ id: 't', member, to, amount: 20 });
  assert.deepEqual(sent.points.points, { sent: '20' });
  assert.deepEqual(sent.sentences, ['20 points sent to another member.']);
  assert.deepEqual(await client.sendPoints({ id: 't', member, to, amount: 20 }), sent);
  assert.equal(await availableSoon(bo.id, '20'), '20');
  assert.equal(await availableSoon(anna.id, '40'), '40');
  const [received] = (await client.listStatement({ memberId: bo.id })).items;
  assert.deepEqual(received?.points.points, { received: '20' });
});
