import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLedger, rebucket } from '../index.ts';
import { openShop, type Shop } from '../testing/open-shop.ts';

/** Two memberships of one person, each with an e-mail or a card and some points. */
async function openTwo(t: Parameters<typeof openShop>[0], buckets = 7) {
  const shop = await openShop(t, { buckets });
  const kept = await shop.enrol('kept', { claims: [{ kind: 'email', value: 'member@example.com' }] });
  const again = await shop.enrol('again', {
    claims: [{ kind: 'card', value: '1234' }],
    person: { phone: '+4512345678' },
    private: { phone: '+4512345678' },
  });
  const [into, from] = [kept.accountId, again.accountId];
  await shop.buy(into, 'b1', 8000);
  const bought = await shop.buy(from, 'b2', 10_000);
  return { ...shop, into, from, intoMember: `${into}-1`, purchase: bought.event?.event.id ?? '' };
}

type Two = Awaited<ReturnType<typeof openTwo>>;

const mergeThem = ({ ledger, into, from, intoMember }: Two, key = 'm') =>
  ledger.record({ program: 'shop', account: from, kind: 'merged', key, body: { into, intoMember } });

async function settled(shop: Shop) {
  await shop.ledger.sweep({ limit: 10 });
  assert.deepEqual((await shop.ledger.verify()).faults, []);
}

for (const buckets of [1, 7]) {
  test(`what both had is one member's, however it is asked for (${buckets} buckets)`, async (t) => {
    const two = await openTwo(t, buckets);
    const { ledger, database, into, from, intoMember, purchase, buy, redeem, giveBack, available } = two;
    const ticket = await redeem(from, 'r', 'ticket');
    const [voucher] = Object.keys(ticket.codes ?? {});
    const [code = ''] = Object.values(ticket.codes ?? {});
    await Promise.all([mergeThem(two), mergeThem(two)]);
    // On its way, the book says so.
    assert.deepEqual((await ledger.verify()).faults, []);
    assert.deepEqual([await available(from), await available(into)], [0, 80]);
    const other = await openLedger({ database });
    await Promise.all([ledger.sweep({ limit: 10 }), other.sweep({ limit: 10 })]);
    await other.close();
    await settled(two);
    assert.equal(await available(into), 150);

    assert.deepEqual(await ledger.findMember('shop', { kind: 'card', value: '1234' }), {
      account: into,
      member: intoMember,
    });
    assert.deepEqual(await ledger.person('shop', into, intoMember), { phone: '+4512345678' });
    assert.equal(await ledger.person('shop', from, `${from}-1`), undefined);
    assert.deepEqual((await ledger.account('shop', from))?.redirect, { account: into, member: intoMember });
    const found = await ledger.findVoucher('shop', code);
    assert.deepEqual(found, { account: into, voucher: `${from}:${voucher}` });
    assert.equal(await ledger.voucherCode('shop', into, found?.voucher ?? ''), code);

    // A late purchase and a return, both under the old name.
    assert.equal((await buy(from, 'late', 1000)).accountId, into);
    assert.equal(await available(into), 160);
    assert.equal((await giveBack(from, 'return', purchase)).refusal, undefined);
    // 70 of its own lot, although that has another name now, and 30 of what else is there.
    assert.equal(await available(into), 60);
    await settled(two);
  });
}

test('the same key is once, before, after and across a merge', async (t) => {
  const two = await openTwo(t);
  const { from, into, buy, available } = two;
  await mergeThem(two);
  await settled(two);
  const [old, renamed] = [await buy(from, 'b2', 10_000), await buy(into, 'b2', 10_000)];
  assert.deepEqual([old.replayed, renamed.replayed, renamed.event?.event.id], [true, true, old.event?.event.id]);
  assert.equal((await buy(from, 'b2', 9000)).refusal?.refused, 'key_reused');
  await Promise.all([buy(from, 'new', 1000), buy(from, 'new', 1000), buy(into, 'new', 1000)]);
  assert.equal(await available(into), 190);
  await settled(two);
});

test('purchases that arrive at both while they are merged are all counted once', async (t) => {
  const two = await openTwo(t);
  const { from, into, buy, available, ledger } = two;
  const others = Array.from({ length: 20 }, (_, index) => buy(index % 2 ? from : into, `x${index}`, 1000));
  await Promise.all([...others.slice(0, 10), mergeThem(two), ...others.slice(10), ledger.sweep({ limit: 10 })]);
  await settled(two);
  assert.equal(await available(into), 180 + 20 * 10);
});

test('a server that stops between the two sides loses nothing, and tells nothing twice', async (t) => {
  const two = await openTwo(t);
  await mergeThem(two);
  await two.ledger.close();
  const next = await openShop(t, { database: two.database });
  await settled(next);
  await two.database.query('update outbox set answered_at = null');
  await settled(next);
  assert.equal(await next.available(two.into), 180);
  await next.ledger.close();
  await rebucket(two.database, 2);
  const moved = await openShop(t, { database: two.database });
  assert.equal((await moved.giveBack(two.into, 'r', two.purchase)).refusal, undefined);
  assert.equal(await moved.available(two.into), 80);
  await settled(moved);
});

test('erasing the one who goes on erases what was personal in the other membership too', async (t) => {
  const two = await openTwo(t);
  await mergeThem(two);
  await settled(two);
  const { ledger, into, intoMember, database } = two;
  await ledger.record({ program: 'shop', account: into, kind: 'erased', key: 'e', body: { member: intoMember } });
  for (const table of ['private_row', 'member_private']) {
    assert.equal((await database.query(`select 1 from ${table}`)).rowCount, 0, table);
  }
  assert.equal(await ledger.findMember('shop', { kind: 'card', value: '1234' }), undefined);
  await settled(two);
});

test('what cannot be merged whole is refused by name and leaves both as they were', async (t) => {
  const two = await openTwo(t);
  const { ledger, from, into, available } = two;
  const ask = (account: string, target: string, key: string) =>
    ledger.record({
      ...{ program: 'shop', account, kind: 'merged', key },
      body: { into: target, intoMember: `${target}-1` },
    });
  assert.equal((await ask(from, from, '1')).refusal?.refused, 'malformed');
  assert.equal((await ask(from, 'nobody', '2')).refusal?.refused, 'unknown_member');
  const body = { currency: 'points', amount: 10 };
  const hold = await ledger.record({ program: 'shop', account: from, kind: 'hold', key: 'h', body });
  assert.equal((await ask(from, into, '3')).refusal?.refused, 'hold_open');
  const held = String(hold.event?.sequence);
  await ledger.record({ program: 'shop', account: from, kind: 'release', key: 'h', body: { hold: held } });
  assert.equal((await ask(from, into, '4')).refusal, undefined);
  await settled(two);
  assert.equal((await ask(from, into, '5')).refusal?.refused, 'member_merged');
  assert.equal((await ask(into, from, '6')).refusal?.refused, 'member_merged');
  assert.equal(await available(into), 180);
});
