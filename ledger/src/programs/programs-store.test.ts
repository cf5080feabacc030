import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop, SHOP, START } from '../testing/open-shop.ts';

test('a document with mistakes is not published', async (t) => {
  const { ledger } = await openShop(t);
  const published = await ledger.programs.publish('shop', { text: SHOP.replace('points: 1', 'points: many') });
  assert.ok('problems' in published && published.problems.length > 0);
  assert.equal((await ledger.programs.versions('shop')).length, 1);
});

test('a draft is saved only over the one that was read', async (t) => {
  const { ledger } = await openShop(t);
  const first = await ledger.programs.saveDraft('shop', 'one');
  assert.ok(first);
  const second = await ledger.programs.saveDraft('shop', 'two', first.etag);
  assert.ok(second);
  assert.equal(await ledger.programs.saveDraft('shop', 'three', first.etag), undefined);
  assert.deepEqual(await ledger.programs.draft('shop'), second);
});

test('what is published is the draft to go on from, unless somebody is writing one', async (t) => {
  const { ledger } = await openShop(t);
  assert.equal((await ledger.programs.draft('shop'))?.text, SHOP);
  const next = SHOP.replace('points: 1,', 'points: 2,');
  await ledger.programs.publish('shop', { text: next });
  assert.equal((await ledger.programs.draft('shop'))?.text, next);

  await ledger.programs.saveDraft('shop', 'being written', (await ledger.programs.draft('shop'))?.etag);
  await ledger.programs.publish('shop', { text: SHOP });
  assert.equal((await ledger.programs.draft('shop'))?.text, 'being written');
});

test('a version starts after everything that has been decided, however early one wants it', async (t) => {
  const { ledger } = await openShop(t);
  const again = await ledger.programs.publish('shop', { text: SHOP, from: START - 1000 });
  const later = await ledger.programs.publish('shop', { text: SHOP, from: START + 5000 });
  const between = await ledger.programs.publish('shop', { text: SHOP, from: START + 3000 });
  assert.deepEqual(
    [again, later, between].map((version) => 'from' in version && version.from),
    [START + 1, START + 5000, START + 5001],
  );
});

test('a second server sees a version with its next batch', async (t) => {
  const one = await openShop(t);
  const two = await openShop(t, { database: one.database });
  const { accountId } = await two.enrol('anna');
  await one.ledger.programs.publish('shop', { text: SHOP.replace('points: 1,', 'points: 2,') });
  await one.ledger.moveClock('shop', START + 1000);
  const { event } = await two.buy(accountId, '1', 1000);
  assert.deepEqual([event?.version, event?.balances.points?.available], [2, 20]);
});

test('a program that exists is left as it is', async (t) => {
  const { ledger } = await openShop(t);
  assert.equal(await ledger.programs.create({ id: 'shop', name: 'Other', clock: 'real' }), false);
  assert.deepEqual(
    (await ledger.programs.list()).map(({ id, name, clock, versions }) => ({ id, name, clock, versions })),
    [{ id: 'shop', name: 'Shop', clock: 'sandbox', versions: 1 }],
  );
});
