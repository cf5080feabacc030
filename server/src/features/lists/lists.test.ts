import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../../testing.ts';

let shop: Shop;
let client: Client;
let memberId: string;
before(async () => {
  shop = await openShop();
  const document = `${shopDocument('list-shop')}lists:
  friends: { name: { en: friends of the shop, da: butikkens venner, sv: butikens vänner, nb: butikkens venner } }
`;
  client = createClient({ url: shop.url, key: await shop.openProgram('list-shop', document), fetch: truthfulFetch });
  memberId = (await client.enrolMember({ id: 'a', name: 'First Customer', email: 'member@example.com' })).id;
  await client.enrolMember({ id: 'b', externalId: 'customer-2', cards: ['2640'] });
});
after(async () => await shop.close());

const listId = 'friends';

test('a list that the program does not have is refused', async () => {
  for (const answer of [
    await client.exchange('importToList', { listId: 'foes', text: 'member@example.com' }),
    await client.exchange('listOnList', { listId: 'foes' }),
    await client.exchange('removeFromList', { listId: 'foes', memberId }),
  ]) {
    assert.equal(answer.ok ? 'ok' : answer.problem.code, 'unknown_list');
  }
});

test('a file puts who is known on a list, says who is not, and puts nobody on it twice', async () => {
  const text = 'member@example.com\n2640\nnobody@example.com';
  const first = await client.importToList({ listId, text });
  assert.deepEqual([first.added, first.already, first.problems.map(({ line }) => line)], [2, 0, [3]]);
  const again = await client.importToList({ listId, text });
  assert.deepEqual([again.added, again.already], [0, 2]);
  const [friends] = (await client.listLists()).items;
  assert.deepEqual([friends?.id, friends?.name, friends?.members], ['friends', 'friends of the shop', 2]);
  assert.deepEqual((await client.searchMembers({ list: listId })).items.length, 2);
});

test('who is taken off a list is on it no longer, and can be put back for some days', async () => {
  await client.removeFromList({ listId, memberId });
  assert.equal((await client.listOnList({ listId })).items.length, 1);
  const wrong = await client.importToList({
    listId,
    text: 'member@example.com',
    from: '2026-02-01',
    through: '2026-01-01',
  });
  assert.equal(wrong.problems[0]?.reason, 'It ends before it begins.');
  await client.importToList({ listId, text: `email,through\nmember@example.com,2026-01-31` });
  const page = await client.listOnList({ listId, limit: 1 });
  const rest = await client.listOnList({ listId, cursor: page.next ?? '' });
  const all = [...page.items, ...rest.items];
  assert.deepEqual(all.find(({ id }) => id === memberId)?.through, '2026-01-31');
  assert.equal(all.length, 2);
});
