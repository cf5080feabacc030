import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';

let shop: Shop;
let client: Client;
const ids: Record<string, string> = {};
before(async () => {
  shop = await openShop();
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
  const persons = {
    first: { name: 'First Customer', email: 'member@example.com', phone: '+47 900 00 001', cards: ['2640-0001'] },
    second: { name: 'Åse Second-Customer', externalId: 'customer-2' },
    third: { name: 'Third Member' },
  };
  for (const [id, person] of Object.entries(persons)) ids[id] = (await client.enrolMember({ id, ...person })).id;
});
after(async () => await shop.close());

const found = async (input: Parameters<Client['searchMembers']>[0]) =>
  (await client.searchMembers(input)).items.map(({ name }) => name?.split(' ')[0]);
const codeOf = async (input: Parameters<Client['searchMembers']>[0]) => {
  const answer = await client.exchange('searchMembers', input);
  return answer.ok ? 'ok' : answer.problem.code;
};

test('what does not exist is refused by name, and a damaged cursor too', async () => {
  assert.equal(await codeOf({ market: 'DK' }), 'unknown_market');
  assert.equal(await codeOf({ list: 'vip' }), 'unknown_list');
  assert.equal(await codeOf({ level: 'gold' }), 'malformed');
  assert.equal(await codeOf({ cursor: 'x' }), 'malformed');
});

test('a member is found by the beginning of anything that is known', async () => {
  const asked = ['first', 'cust fir', 'MEMBER@', '900 00', '+47 900', '2640 00', ids.first?.slice(0, 12) ?? ''];
  for (const text of asked) assert.deepEqual(await found({ text }), ['First'], text);
  assert.deepEqual(await found({ text: 'ase' }), ['Åse']);
  assert.deepEqual(await found({ text: 'customer-2' }), ['Åse']);
  assert.deepEqual(await found({ text: 'customer nobody' }), []);
});

test('pages follow each other without a gap or a repetition, found or listed', async () => {
  for (const text of ['', 'customer']) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.searchMembers({ limit: 1, ...(text ? { text } : {}), ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.length, text ? 2 : 3);
  }
});

test('the list can be narrowed by level, points, joining and the last purchase', async () => {
  await client.recordPurchase({
    id: 'r-1',
    member: { id: ids.third ?? '' },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 60_000 }],
  });
  assert.deepEqual(await found({ level: 'plus' }), ['Third']);
  assert.deepEqual((await found({ level: 'basic' })).toSorted(), ['First', 'Åse']);
  assert.deepEqual(await found({ pointsAtLeast: '600' }), ['Third']);
  assert.deepEqual(await found({ pointsAtLeast: '601' }), []);
  assert.deepEqual(await found({ lastPurchaseFrom: '2026-01-05' }), ['Third']);
  assert.deepEqual(await found({ joinedFrom: '2026-01-06' }), []);
  const { items } = await client.searchMembers({ text: 'third' });
  assert.deepEqual(
    items.map(({ levels, points, purchases, lastPurchase }) => [levels, points, purchases, lastPurchase]),
    [[{ status: 'plus' }, { points: '600' }, 1, '2026-01-05']],
  );
});

test('who changes their name is found by the new one only, and who is erased by nothing', async () => {
  const { id } = await client.enrolMember({ id: 'fourth', name: 'Fourth Person' });
  await client.changeMember({ memberId: id, id: 'change', name: 'Renamed Person' });
  assert.deepEqual(await found({ text: 'fourth' }), []);
  assert.deepEqual(await found({ text: 'renamed' }), ['Renamed']);
  await client.eraseMember({ memberId: id });
  assert.deepEqual(await found({ text: 'renamed' }), []);
  assert.deepEqual(await found({ text: id }), []);
});
