import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balancesAt } from '@trofast/engine';
import { sortedJson } from '../book/sorted-json.ts';
import type { Ledger } from '../index.ts';
import { DAY, openShop, SHOP, START } from '../testing/open-shop.ts';

async function sweepAll(ledger: Ledger): Promise<number> {
  let accounts = 0;
  for (;;) {
    const swept = await ledger.sweep({ limit: 5 });
    accounts += swept.accounts;
    if (swept.finished) return accounts;
  }
}

test('a sandbox clock never goes back, and a real one is not moved at all', async (t) => {
  const { ledger } = await openShop(t);
  assert.equal(await ledger.moveClock('shop', START + DAY), START + DAY);
  assert.equal(await ledger.moveClock('shop', START), START + DAY);
  await ledger.programs.create({ id: 'live', name: 'Live', clock: 'real' });
  await assert.rejects(ledger.moveClock('live', START), /real time/);
});

for (const buckets of [1, 7]) {
  test(`an account read at a time is the account swept to that time (${buckets} buckets)`, async (t) => {
    const { ledger, enrol, buy } = await openShop(t, { buckets });
    const accounts: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { accountId } = await enrol(`member ${index}`);
      await buy(accountId, '1', 1000 * (index + 1));
      accounts.push(accountId);
    }
    // Half a year after January's end everything is gone.
    const later = await ledger.moveClock('shop', START + 220 * DAY);
    const read = await Promise.all(accounts.map((account) => ledger.account('shop', account)));
    assert.equal((await ledger.counts('shop')).eventsByKind.clock, undefined);

    assert.equal(await sweepAll(ledger), 12);
    const swept = await Promise.all(accounts.map((account) => ledger.account('shop', account)));
    assert.equal(sortedJson(swept.map((of) => of?.account)), sortedJson(read.map((of) => of?.account)));
    for (const of of swept) assert.equal(of && balancesAt(of.programs, of.account, later).points?.available, 0);
    assert.equal((await ledger.counts('shop')).eventsByKind.clock, 12);
    assert.equal(await sweepAll(ledger), 0);
    assert.deepEqual((await ledger.verify()).faults, []);
  });
}

test('a purchase does not touch the index that the sweep reads, and an account that was due is found once', async (t) => {
  const { database, ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna');
  await buy(accountId, '1', 1000);
  const wakeUp = async () =>
    (await database.query<{ wake_at: number }>('select wake_at from account')).rows[0]?.wake_at;
  const first = await wakeUp();
  await buy(accountId, '2', 1000);
  await ledger.moveClock('shop', START + 100 * DAY);
  await buy(accountId, '3', 1000);
  assert.equal(await wakeUp(), first);

  await ledger.moveClock('shop', START + 220 * DAY);
  assert.equal(await sweepAll(ledger), 1);
  assert.ok(Number(await wakeUp()) > START + 220 * DAY);
});

test('the start of a version reaches every account without a visit, a few at a time', async (t) => {
  const { ledger, enrol, buy } = await openShop(t, { buckets: 3 });
  for (let index = 0; index < 11; index += 1) {
    const { accountId } = await enrol(`member ${index}`);
    await buy(accountId, '1', 1000);
  }
  const text = `${SHOP}counters: { visits: { name: { en: visits }, counts: purchases, window: P12M, returns: keep } }\n`;
  const published = await ledger.programs.publish('shop', { text });
  assert.ok('number' in published, JSON.stringify(published));
  assert.deepEqual([published.number, published.from], [2, START + 1]);
  assert.equal(await sweepAll(ledger), 0, 'its time has not come');

  await ledger.moveClock('shop', START + DAY);
  assert.ok((await sweepAll(ledger)) >= 11);
  for await (const { events } of ledger.histories('shop')) {
    const facts = events.at(-1)?.facts.map(({ fact }) => fact);
    assert.deepEqual(facts, ['counter_changed', 'version_started']);
  }
  assert.equal(await sweepAll(ledger), 0);
  assert.deepEqual((await ledger.verify()).faults, []);
});

test('a ledger that keeps sweeping finds by itself what has become due', async (t) => {
  const { ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna');
  await buy(accountId, '1', 1000);
  ledger.startSweeping();
  await ledger.moveClock('shop', START + 220 * DAY);
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await ledger.counts('shop')).eventsByKind.clock === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('nothing was swept in ten seconds');
});
