import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Snapshot } from '@trofast/contract';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';

let shop: Shop;
let staff: Client;
before(async () => {
  shop = await openShop();
  staff = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
});
after(async () => await shop.close());

/** A browser at the counter: it keeps its cookie and says where its page comes from. */
function openDevice() {
  let cookie = '';
  const browserFetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Origin', shop.url);
    headers.set('Trofast-Face', 'till');
    if (cookie !== '') headers.set('Cookie', cookie);
    const response = await truthfulFetch(url, { ...init, headers });
    const set = response.headers.get('Set-Cookie');
    if (set !== null) cookie = set.split(';')[0] ?? '';
    return response;
  };
  const client = createClient({ url: shop.url, program: shop.program, fetch: browserFetch });
  return { client, cookie: () => cookie };
}

async function pairedTill(store = 'high-street') {
  const { till, pairing } = await staff.createTill({ name: 'By the door', store });
  const device = openDevice();
  await device.client.pairTill({ code: pairing.code });
  return { ...device, till };
}

async function codeOf(asked: Promise<{ ok: boolean; problem?: { code: string } }>): Promise<string> {
  const answer = await asked;
  return answer.problem?.code ?? 'ok';
}

let people = 0;
/** Somebody with so many points, each worth a penny. */
async function memberWith(points: number) {
  people += 1;
  const member = await staff.enrolMember({
    id: `person-${people}`,
    email: `member-${people}@example.com`,
    phone: `+4479000000${people + 10}`,
    cards: [`card-${people}`],
  });
  const bought = { id: `first-${people}`, member: { id: member.id }, currency: 'GBP' };
  if (points > 0) await staff.recordPurchase({ ...bought, lines: [{ sku: 'MUG', total: points * 100 }] });
  return member;
}

const mug = (total: number) => ({ currency: 'GBP', lines: [{ sku: 'MUG', total }] });

test('a code pairs one device, once, however it is typed', async () => {
  const { till, pairing } = await staff.createTill({ name: 'A', store: 'high-street' });
  assert.equal(till.state, 'waiting');
  assert.equal(await codeOf(openDevice().client.exchange('pairTill', { code: 'AAAA-AAAA' })), 'code_wrong');
  const device = openDevice();
  await device.client.pairTill({ code: ` ${pairing.code.toLowerCase().replace('-', ' ')}` });
  assert.equal((await device.client.getOwnTill()).id, till.id);
  assert.equal(await codeOf(openDevice().client.exchange('pairTill', { code: pairing.code })), 'code_wrong');
});

test('an unpaired till may do nothing any more, and a new code takes it from its device', async () => {
  const { client, till } = await pairedTill();
  await client.getOwnTill();
  await staff.createPairingCode({ tillId: till.id });
  assert.equal(await codeOf(client.exchange('getOwnTill')), 'unauthenticated');
  const other = await pairedTill();
  await other.client.getOwnTill();
  await staff.unpairTill({ tillId: other.till.id });
  assert.equal(await codeOf(other.client.exchange('getOwnTill')), 'unauthenticated');
  assert.equal(await codeOf(staff.exchange('unpairTill', { tillId: 'none' })), 'unknown_till');
});

test('a till sells and looks members up; it erases nobody, reads no keys and manages no till', async () => {
  const { client } = await pairedTill();
  const { id } = await memberWith(0);
  assert.equal(await codeOf(client.exchange('eraseMember', { memberId: id })), 'scope_missing');
  assert.equal(await codeOf(client.exchange('listTills')), 'scope_missing');
  assert.equal(
    await codeOf(client.exchange('correctPoints', { id: 'c', member: { id }, amount: 1, reason: 'r', actor: 'a' })),
    'scope_missing',
  );
});

test('a member is found by whatever they show or say', async () => {
  const { client } = await pairedTill();
  const { id, email = '', phone = '', cards } = await memberWith(0);
  for (const said of [email, phone, phone.replace('+44', '0'), ` ${cards[0]} `, id]) {
    assert.equal((await client.findMemberAtTill({ said })).member.id, id, said);
  }
  assert.equal(await codeOf(client.exchange('findMemberAtTill', { said: 'nobody-at-all' })), 'unknown_member');
});

test('what a member can use stands on the till: points with their worth, vouchers, rewards', async () => {
  const { client } = await pairedTill();
  const { id } = await memberWith(120);
  await client.redeemReward({ id: 'coffee-1', member: { id }, reward: 'coffee' });
  const seen = await client.findMemberAtTill({ said: id });
  assert.deepEqual(
    seen.payable.map(({ currency, available, worth, money }) => [currency, available, worth, money]),
    [['points', '70', 70, 'GBP']],
  );
  assert.deepEqual(
    seen.vouchers.map(({ name, remaining }) => [name, remaining]),
    [['a coffee', 300]],
  );
  assert.deepEqual(
    seen.rewards.map(({ reward, state }) => [reward, state]),
    [['coffee', 'ready']],
  );
});

test('a sale happens where the till stands, whatever the device says', async () => {
  const { client, till } = await pairedTill('harbour');
  const { id } = await memberWith(0);
  const sold = await client.recordPurchase({ id: 'sale-1', member: { id }, ...mug(1000), store: 'elsewhere' });
  assert.equal(sold.store, 'harbour');
  assert.ok('money' in sold);
  const told = await staff.getEvent({ eventId: sold.id });
  assert.equal(told.store, 'harbour');
  assert.ok(till.id);
});

test('points pay at the counter, and a till that is online is told at once when they do not suffice', async () => {
  const { client } = await pairedTill();
  const { id } = await memberWith(100);
  const pay = (key: string, amount: number) =>
    client.exchange('recordPurchase', { id: key, member: { id }, ...mug(1000), points: { amount }, strict: true });
  assert.equal(await codeOf(pay('pay-1', 101)), 'insufficient_points');
  const paid = await pay('pay-2', 100);
  assert.ok(paid.ok && 'money' in paid.output);
  assert.deepEqual([paid.output.money.points, paid.output.money.toPay], [100, 900]);
});

test('a return needs only the receipt, and finds it only in its own store', async () => {
  const { client } = await pairedTill('harbour');
  const { id } = await memberWith(0);
  await client.recordPurchase({ id: 'sale-2', member: { id }, ...mug(1000), receipt: 'R-77' });
  assert.deepEqual((await client.getReceiptAtTill({ receipt: 'R-77' })).lines, [
    { line: 0, sku: 'MUG', quantity: '1', total: 1000 },
  ]);
  const elsewhere = await pairedTill('high-street');
  assert.equal(await codeOf(elsewhere.client.exchange('getReceiptAtTill', { receipt: 'R-77' })), 'unknown_purchase');
  const back = (key: string) => ({ id: key, purchase: { receipt: 'R-77' } });
  assert.equal(await codeOf(elsewhere.client.exchange('recordReturn', back('b-1'))), 'unknown_purchase');
  assert.equal((await client.recordReturn(back('b-2'))).money.refund, 1000);
});

test('two tills that overspend without a network leave a debt and a flag, and both sales stand', async () => {
  const tills = [await pairedTill(), await pairedTill()];
  const { id } = await memberWith(300);
  const seen = await Promise.all(tills.map(({ client }) => client.findMemberAtTill({ said: id })));
  for (const [index, { client }] of tills.entries()) {
    const points = { amount: 250, snapshot: seen[index]?.snapshot ?? '' };
    const sold = await client.recordPurchase({ id: `offline-${index}`, member: { id }, ...mug(1000), points });
    assert.ok('money' in sold && sold.money.toPay === 750);
  }
  const { balances } = await staff.getBalance({ memberId: id });
  // 300 points and two times 10 earned, less two times 250: the debt is repaid by what was earned.
  assert.deepEqual(balances.points, { available: '0', pending: '0', held: '0', debt: '180' });
  const { items } = await staff.listTillFlags({ settled: 'no' });
  const own = items.filter(({ member }) => member === id);
  assert.deepEqual(
    own.map(({ kind, till }) => [kind, till]),
    [['overspent', tills[1]?.till.id]],
  );
  const settled = await staff.settleTillFlag({ flagId: own[0]?.id ?? '' });
  assert.ok(settled.settledAt);
});

test('a sent again sale raises no second flag', async () => {
  const { client } = await pairedTill();
  const { id } = await memberWith(10);
  const { snapshot } = await client.findMemberAtTill({ said: id });
  const sale = { id: 'again', member: { id }, ...mug(1000), points: { amount: 50, snapshot } };
  await client.recordPurchase(sale);
  await client.recordPurchase(sale);
  const flags = (await staff.listTillFlags({})).items.filter(({ member }) => member === id);
  assert.deepEqual(flags.map(({ kind }) => kind).toSorted(), ['outside_snapshot', 'overspent']);
});

test('a snapshot of another till or member, or one that was changed, covers nothing', async () => {
  const [one, other] = [await pairedTill(), await pairedTill()];
  const { id } = await memberWith(100);
  const stranger = await memberWith(100);
  const own = (await one.client.findMemberAtTill({ said: id })).snapshot;
  const [payload = '', signature = ''] = own.split('.');
  const raised = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Snapshot), until: 9e15 };
  const snapshots = {
    none: undefined,
    forged: `${Buffer.from(JSON.stringify(raised)).toString('base64url')}.${signature}`,
    'of another till': (await other.client.findMemberAtTill({ said: id })).snapshot,
    'of another member': (await one.client.findMemberAtTill({ said: stranger.id })).snapshot,
  };
  for (const [name, snapshot] of Object.entries(snapshots)) {
    const points = { amount: 1, ...(snapshot === undefined ? {} : { snapshot }) };
    const { id: eventId } = (await one.client.recordPurchase({
      id: `uncovered ${name}`,
      member: { id },
      ...mug(1000),
      points,
    })) as { id: string };
    const flags = (await staff.listTillFlags({})).items.filter((flag) => flag.eventId === eventId);
    assert.deepEqual(
      flags.map(({ kind }) => kind),
      ['outside_snapshot'],
      name,
    );
  }
  const { id: covered } = (await one.client.recordPurchase({
    id: 'covered',
    member: { id },
    ...mug(1000),
    points: { amount: 1, snapshot: own },
  })) as { id: string };
  assert.deepEqual(
    (await staff.listTillFlags({})).items.filter((flag) => flag.eventId === covered),
    [],
  );
});
