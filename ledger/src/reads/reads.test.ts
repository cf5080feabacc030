import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop } from '../testing/open-shop.ts';

for (const buckets of [1, 7]) {
  test(`the feed gives every event once, page by page, in the order of each account (${buckets} buckets)`, async (t) => {
    const { ledger, enrol, buy } = await openShop(t, { buckets });
    for (let index = 0; index < 6; index += 1) {
      const { accountId } = await enrol(`member ${index}`);
      await Promise.all([buy(accountId, '1', 1000), buy(accountId, '2', 1000)]);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await ledger.feed('shop', { limit: 4, ...(cursor !== undefined && { cursor }) });
      if (page.rows.length === 0) break;
      seen.push(...page.rows.map(({ account, sequence }) => `${account} ${sequence}`));
      cursor = page.next;
    }
    assert.equal(new Set(seen).size, 18);
    const ofOne = seen.filter((line) => line.startsWith(`${seen[0]?.split(' ')[0]} `));
    assert.deepEqual(ofOne, ofOne.toSorted());

    const { accountId } = await enrol('late');
    const page = await ledger.feed('shop', { limit: 4, ...(cursor !== undefined && { cursor }) });
    assert.deepEqual(
      page.rows.map(({ account }) => account),
      [accountId],
    );
  });
}

test('a statement is read newest first, page by page, and an event by its id', async (t) => {
  const { ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna');
  for (let index = 0; index < 5; index += 1) await buy(accountId, `${index}`, 1000);
  const first = await ledger.statement('shop', accountId, { limit: 4 });
  const second = await ledger.statement('shop', accountId, { limit: 4, cursor: first.next ?? '' });
  assert.deepEqual(
    [...first.rows, ...second.rows].map(({ sequence, balances }) => [sequence, balances.points?.available]),
    [
      [6, 50],
      [5, 40],
      [4, 30],
      [3, 20],
      [2, 10],
      [1, 0],
    ],
  );
  assert.equal(second.next, undefined);
  const id = first.rows[0]?.event.id ?? '';
  assert.deepEqual(await ledger.event('shop', id), first.rows[0]);
  assert.equal(await ledger.event('shop', `${accountId}-nothing`), undefined);
  assert.equal(await ledger.event('other', id).catch(() => undefined), undefined);
});

test('entries of an account add up to its points, and totals of the book are their sums', async (t) => {
  const { ledger, enrol, buy, redeem } = await openShop(t, { buckets: 7 });
  for (const key of ['anna', 'bert']) {
    const { accountId } = await enrol(key);
    await buy(accountId, '1', 5000);
    await redeem(accountId, '2', 'ticket');
    const entries = await ledger.entries('shop', accountId, { limit: 100 });
    const sum = (name: 'debit' | 'credit') =>
      entries.rows.reduce((all, entry) => all + (entry[name] === 'points' ? entry.amount : 0), 0);
    assert.equal(sum('credit') - sum('debit'), 20);
  }
  const totals = await ledger.bookTotals('shop');
  const of = (debit: string, credit: string) =>
    totals.find((total) => total.debit === debit && total.credit === credit);
  assert.deepEqual(
    [of('issued', 'points')?.amount, of('points', 'redeemed')?.amount, of('issued', 'points')?.entries],
    [100, 60, 2],
  );
});

test('a quote says what a purchase would come to and records nothing', async (t) => {
  const { ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna');
  const body = { currency: 'GBP', lines: [{ sku: 'A', total: 1999 }] };
  const quoted = await ledger.quote({ program: 'shop', account: accountId, kind: 'purchase', body });
  assert.ok('toPay' in quoted);
  assert.deepEqual([quoted.toPay, quoted.balances.points?.available], [1999, 19]);
  assert.deepEqual((await ledger.counts('shop')).eventsByKind, { enrolment: 1 });
  const { event } = await buy(accountId, '1', 1999);
  assert.deepEqual(
    event?.facts.map(({ fact }) => fact),
    quoted.facts.map(({ fact }) => fact),
  );
});
