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

test('a member is found by e-mail, phone, card and the shop’s own id, however they are written', async () => {
  const first = await client.enrolMember({
    id: 'first',
    name: 'First Customer',
    email: 'Member@Example.com',
    phone: '+47 900 00 001',
    externalId: 'C-1',
    cards: ['1234 5678'],
    attributes: { shoe: '39' },
  });
  const ways = [{ email: 'member@example.COM' }, { phone: '+4790000001' }, { externalId: 'C-1' }, { card: '12345678' }];
  for (const way of ways) assert.deepEqual((await client.findMember(way)).items, [first], JSON.stringify(way));
  assert.deepEqual((await client.findMember({ externalId: 'c-1' })).items, []);
  assert.deepEqual(await client.getMember({ memberId: first.id }), first);
});

test('a change keeps what it leaves out, and an address given up is free for another', async () => {
  const { id } = await client.enrolMember({
    id: 'second',
    name: 'Second Customer',
    email: 'second@example.com',
    cards: ['77'],
    attributes: { a: '1' },
  });
  const changed = await client.changeMember({
    memberId: id,
    email: 'second@new.example.com',
    cards: ['78'],
    attributes: { b: '2' },
  });
  assert.deepEqual(
    { name: changed.name, email: changed.email, cards: changed.cards, attributes: changed.attributes },
    { name: 'Second Customer', email: 'second@new.example.com', cards: ['78'], attributes: { a: '1', b: '2' } },
  );
  assert.equal((await client.findMember({ email: 'second@example.com' })).items.length, 0);
  assert.equal((await client.findMember({ card: '78' })).items.length, 1);
  await client.enrolMember({ id: 'new-owner', email: 'second@example.com', cards: ['77'] });
  const stolen = await client.exchange('changeMember', { memberId: id, email: 'second@example.com' });
  assert.equal(stolen.ok ? 'ok' : stolen.problem.code, 'identity_taken');
});

test('an erased person cannot be found or named any more, and the book keeps its sums', async () => {
  const { id } = await client.enrolMember({ id: 'eva', name: 'Eva', email: 'eva@example.com', cards: ['99'] });
  const bought = await client.recordPurchase({
    id: 'e-1',
    member: { id },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 1999 }],
  });
  await client.eraseMember({ memberId: id });

  assert.deepEqual((await client.findMember({ email: 'eva@example.com' })).items, []);
  assert.deepEqual((await client.findMember({ card: '99' })).items, []);
  assert.equal((await client.exchange('getMember', { memberId: id })).status, 410);
  const later = await client.exchange('recordPurchase', {
    member: { id },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 100 }],
  });
  assert.equal(later.ok ? 'ok' : later.problem.code, 'member_erased');

  const events = JSON.stringify(await client.readFeed({ limit: 200 }));
  assert.doesNotMatch(events, /Eva|eva@example/);
  assert.equal((await client.getEvent({ eventId: 'id' in bought ? bought.id : '' })).points.points?.earned, '19');
  await client.enrolMember({ id: 'eva-again', email: 'eva@example.com' });
});
