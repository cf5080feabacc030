import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../testing.ts';

const HOUSEHOLDS = `
clubs:
  plus:
    name: Plus
    plans:
      monthly: { name: { en: the monthly plan, da: månedsabonnementet, sv: månadsabonnemanget, nb: månedsabonnementet }, price: 0, every: P1M }
    refund: never
households:
  name: { en: the family, da: familien, sv: familjen, nb: familien }
  roles:
    adult: { name: { en: an adult, da: en voksen, sv: en vuxen, nb: en voksen }, atMost: 1, sameAddress: true }
    child: { name: { en: a child, da: et barn, sv: ett barn, nb: et barn }, atMost: 4 }
  shares: [{ club: plus, roles: [adult] }]
`;

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  const key = await shop.openProgram('family-shop', `${shopDocument('family-shop')}${HOUSEHOLDS}`);
  client = createClient({ url: shop.url, key, retries: 0, fetch: truthfulFetch });
});
after(async () => await shop.close());

const codeOf = (answer: { readonly ok: boolean; readonly problem?: { readonly code: string } }) =>
  answer.ok ? 'ok' : answer.problem?.code;

test('a household takes who lives there, once, and tells nobody the address', async () => {
  const head = await client.enrolMember({ id: 'head', email: 'head@example.com', address: '1 High Street, Flat 2' });
  const asked = { memberId: head.id, role: 'adult', email: 'partner@example.com' };
  const elsewhere = await client.exchange('joinHousehold', { ...asked, id: 'p-1', address: '9 Low Street' });
  assert.equal(codeOf(elsewhere), 'address_differs');
  assert.equal(codeOf(await client.exchange('joinHousehold', { ...asked, id: 'p-2' })), 'address_differs');
  const uncle = { ...asked, id: 'p-3', role: 'uncle', address: '1 High Street' };
  assert.equal(codeOf(await client.exchange('joinHousehold', uncle)), 'unknown_role');

  const input = { ...asked, id: 'p-4', address: '1 HIGH STREET  flat 2' };
  const partner = await client.joinHousehold(input);
  assert.deepEqual({ account: partner.accountId, role: partner.role }, { account: head.accountId, role: 'adult' });
  assert.deepEqual(await client.joinHousehold(input), partner);
  const full = await client.exchange('joinHousehold', {
    memberId: head.id,
    id: 'p-5',
    role: 'adult',
    address: '1 High Street Flat 2',
  });
  assert.equal(codeOf(full), 'role_full');
  const taken = await client.exchange('joinHousehold', {
    memberId: head.id,
    id: 'p-6',
    role: 'child',
    email: 'head@example.com',
  });
  assert.equal(codeOf(taken), 'identity_taken');
  assert.doesNotMatch(JSON.stringify(await client.readFeed({ limit: 200 })), /high street|partner@/i);
});

test('points are pooled, clubs are shared by role, and the head alone ends them', async () => {
  const head = await client.enrolMember({ id: 'head-2', address: 'Elm' });
  const adult = await client.joinHousehold({ memberId: head.id, id: 'a-2', role: 'adult', address: 'elm' });
  const child = await client.joinHousehold({ memberId: head.id, id: 'c-2', role: 'child' });
  await client.joinClub({ clubId: 'plus', id: 'join', member: { id: head.id } });
  const benefits = async (memberId: string) =>
    (await client.listMemberships({ memberId })).items.map((one) => one.benefits);
  assert.deepEqual(await Promise.all([head.id, adult.id, child.id].map(benefits)), [[true], [true], [false]]);
  const cancelled = await client.exchange('cancelClub', { clubId: 'plus', id: 'cancel', member: { id: adult.id } });
  assert.equal(codeOf(cancelled), 'head_only');

  const lines = [{ sku: 'TEA', total: 1000 }];
  await client.recordPurchase({ id: 'b-1', member: { id: head.id }, currency: 'GBP', lines });
  await client.recordPurchase({ id: 'b-2', member: { id: child.id }, currency: 'GBP', lines });
  const { balances } = await client.getBalance({ memberId: adult.id });
  assert.equal(balances.points?.available, '20');
});

test('who leaves is free to be a member of their own, and the head stays', async () => {
  const head = await client.enrolMember({ id: 'head-3' });
  const child = await client.joinHousehold({
    memberId: head.id,
    id: 'c-3',
    role: 'child',
    email: 'child@example.com',
    cards: ['555'],
  });
  assert.equal(codeOf(await client.exchange('leaveHousehold', { memberId: head.id, id: 'l-1' })), 'head_stays');
  await client.leaveHousehold({ memberId: child.id, id: 'l-2' });
  assert.equal(codeOf(await client.exchange('leaveHousehold', { memberId: child.id, id: 'l-3' })), 'member_left');
  const lines = [{ sku: 'TEA', total: 1000 }];
  const late = await client.exchange('recordPurchase', { id: 'b-3', member: { id: child.id }, currency: 'GBP', lines });
  assert.equal(codeOf(late), 'member_left');
  assert.equal((await client.getMember({ memberId: child.id })).left, '2026-01-05');
  await client.enrolMember({ id: 'on-their-own', email: 'child@example.com', cards: ['555'] });
});

test('erasing one of a household leaves the others theirs', async () => {
  const head = await client.enrolMember({ id: 'head-4' });
  const child = await client.joinHousehold({ memberId: head.id, id: 'c-4', role: 'child' });
  await client.eraseMember({ memberId: child.id });
  assert.equal(codeOf(await client.exchange('getMember', { memberId: child.id })), 'member_erased');
  assert.equal((await client.getMember({ memberId: head.id })).id, head.id);
});
