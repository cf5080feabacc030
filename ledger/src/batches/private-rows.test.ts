import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '@trofast/db';
import type { Enrolment } from '@trofast/engine';
import { deriveAccountId, type Ledger, rebucket } from '../index.ts';
import { openShop } from '../testing/open-shop.ts';

const MARCH = { month: 3, dayOfMonth: 31 };
const PERSONAL = ['dayOfMonth', 'where-hash', 'sixty', 'asked by phone'];

/** What the shop has when people are asked for more than a name. */
async function enrolKnown(ledger: Ledger, key: string, extra: Partial<Enrolment> = {}) {
  const account = deriveAccountId('shop', key);
  const body = { market: 'UK', birthday: MARCH, address: 'where-hash', attributes: { age: 'sixty' }, ...extra };
  return await ledger.record({ program: 'shop', account, kind: 'enrolment', key, body });
}

/** Every text of a table. */
async function textOf(database: Database, table: 'event' | 'private_row' | 'account'): Promise<string> {
  const { rows } = await database.query<{ row: string }>(`select t::text as row from ${table} t`);
  return rows.map(({ row }) => row).join('\n');
}

test('birthday, address, attributes and free text lie in private rows only, and answers are whole all the same', async (t) => {
  const { ledger, database } = await openShop(t);
  const { accountId, event } = await enrolKnown(ledger, 'one');
  const correction = { currency: 'points', amount: 10, reason: 'asked by phone' };
  const asked = { program: 'shop', account: accountId, kind: 'correction', key: 'c', actor: 'staff' } as const;
  const corrected = await ledger.record({ ...asked, body: correction });

  const kept = await textOf(database, 'event');
  for (const word of PERSONAL) assert.ok(!kept.includes(word), word);
  const apart = await textOf(database, 'private_row');
  for (const word of PERSONAL) assert.ok(apart.includes(word), word);

  assert.deepEqual((await ledger.event('shop', event?.event.id ?? ''))?.event.body, event?.event.body);
  assert.deepEqual((await ledger.record({ ...asked, body: correction })).event, corrected.event);
  const { rows } = await ledger.statement('shop', accountId, { limit: 1 });
  assert.ok(rows[0]?.facts.some((fact) => fact.fact === 'corrected' && fact.reason === 'asked by phone'));
  assert.deepEqual((await ledger.verify()).faults, []);
});

test('the feed says nothing of a person', async (t) => {
  const { ledger } = await openShop(t);
  await enrolKnown(ledger, 'one');
  const feed = JSON.stringify((await ledger.feed('shop', { limit: 10 })).rows);
  for (const word of PERSONAL) assert.ok(!feed.includes(word), word);
});

test('the same key with another birthday is another request', async (t) => {
  const { ledger } = await openShop(t);
  const first = await enrolKnown(ledger, 'one');
  assert.deepEqual(await enrolKnown(ledger, 'one'), { ...first, replayed: true });
  const other = await enrolKnown(ledger, 'one', { birthday: { month: 4, dayOfMonth: 1 } });
  assert.equal(other.refusal?.refused, 'key_reused');
  const none = await ledger.record({
    ...{ program: 'shop', account: first.accountId, kind: 'enrolment', key: 'one' },
    body: { market: 'UK' },
  });
  assert.equal(none.refusal?.refused, 'key_reused');
});

test('a refused request with a birthday is known again, and with another it is another', async (t) => {
  const { ledger } = await openShop(t);
  const first = await enrolKnown(ledger, 'one', { market: 'XX' });
  assert.equal(first.refusal?.refused, 'unknown_market');
  assert.deepEqual(await enrolKnown(ledger, 'one', { market: 'XX' }), { ...first, replayed: true });
  const other = await enrolKnown(ledger, 'one', { market: 'XX', birthday: { month: 4, dayOfMonth: 1 } });
  assert.equal(other.refusal?.refused, 'key_reused');
});

test('erasing takes what is personal out of every row, and chains, sums and a move to other buckets stay whole', async (t) => {
  const { ledger, database, buy, giveBack } = await openShop(t, { buckets: 1 });
  const { accountId } = await enrolKnown(ledger, 'one');
  const bought = await buy(accountId, 'p', 5000);
  const asked = { program: 'shop', account: accountId, actor: 'staff' } as const;
  const reason = 'asked by phone';
  await ledger.record({ ...asked, kind: 'correction', key: 'c', body: { currency: 'points', amount: 10, reason } });
  const before = await ledger.bookTotals('shop');
  const member = Object.keys((await ledger.account('shop', accountId))?.account.members ?? {})[0] ?? '';
  await ledger.record({ ...asked, kind: 'erased', key: 'e', body: { member } });

  for (const table of ['event', 'private_row', 'account'] as const) {
    const text = await textOf(database, table);
    for (const word of PERSONAL) assert.ok(!text.includes(word), `${word} in ${table}`);
  }
  assert.deepEqual(await ledger.bookTotals('shop'), before);
  assert.deepEqual((await ledger.verify()).faults, []);
  assert.equal((await giveBack(accountId, 'r', bought.event?.event.id ?? '')).refusal, undefined);

  await ledger.close();
  await rebucket(database, 3);
  const moved = await openShop(t, { database });
  assert.deepEqual((await moved.ledger.verify()).faults, []);
});

test('who is enrolled and erased at the same moment leaves no private row', async (t) => {
  const { ledger, database } = await openShop(t);
  const account = deriveAccountId('shop', 'one');
  await Promise.all([
    enrolKnown(ledger, 'one'),
    ledger.record({ program: 'shop', account, kind: 'erased', key: 'e', body: { member: `${account}-1` } }),
  ]);
  assert.equal(await textOf(database, 'private_row'), '');
});

test('a private row that was changed shows', async (t) => {
  const { ledger, database } = await openShop(t);
  await enrolKnown(ledger, 'one');
  await database.withOwner((owner) => owner.query(`update private_row set body = replace(body, 'sixty', 'forty')`));
  const { faults } = await ledger.verify();
  assert.match(faults[0]?.what ?? '', /what is personal in the event is not what was recorded/);
});
