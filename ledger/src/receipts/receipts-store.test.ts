import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop, START } from '../testing/open-shop.ts';

const purchase = { currency: 'GBP', lines: [{ sku: 'A', total: 4200 }] };
const sale = { store: 'Leeds', number: '77', occurredAt: START - 1000, claimable: true, sort: 'sale', purchase };
const cancellation = { ...sale, number: '78', claimable: false, sort: 'cancellation' };

for (const buckets of [1, 7]) {
  test(`a receipt is claimed by one account, exactly once, whoever asks at once (${buckets} buckets)`, async (t) => {
    const { ledger, enrol, available } = await openShop(t, { buckets });
    assert.equal(await ledger.receipts.add('shop', [sale, cancellation]), 2);
    assert.equal(await ledger.receipts.add('shop', [sale]), 0);
    const accounts = await Promise.all(['anna', 'bert', 'carl'].map(async (key) => (await enrol(key)).accountId));
    const claim = (account: string) =>
      ledger.receipts.claim({ program: 'shop', store: 'Leeds', number: '77', account });
    const answers = await Promise.all(accounts.map(claim));
    const winner = answers.find(({ event }) => event)?.accountId ?? '';
    assert.deepEqual(
      answers.flatMap(({ refusal }) => (refusal ? [refusal.refused] : [])),
      ['already_claimed', 'already_claimed'],
    );
    assert.equal(await available(winner), 42);
    assert.equal((await claim(winner)).replayed, true);
    assert.equal((await ledger.receipts.get('shop', 'Leeds', '77'))?.claimedBy, winner);
    assert.deepEqual((await ledger.verify()).faults, []);
  });
}

test('a receipt whose purchase a member already has cannot be claimed by another', async (t) => {
  const { ledger, enrol } = await openShop(t);
  const [anna, bert] = [(await enrol('anna')).accountId, (await enrol('bert')).accountId];
  await ledger.record({
    program: 'shop',
    account: anna,
    kind: 'purchase',
    key: 'till',
    store: 'Leeds',
    body: { ...purchase, receipt: '77' },
  });
  await ledger.receipts.add('shop', [sale]);
  const answer = await ledger.receipts.claim({ program: 'shop', store: 'Leeds', number: '77', account: bert });
  assert.equal(answer.refusal?.refused, 'already_claimed');
  assert.equal((await ledger.receipts.owner('shop', 'Leeds', '77'))?.account, anna);
  assert.equal(await ledger.receipts.owner('shop', 'York', '77'), undefined);
});

test('what is no sale is kept and counted, and cannot be claimed', async (t) => {
  const { ledger, enrol } = await openShop(t);
  await ledger.receipts.add('shop', [sale, cancellation]);
  const { accountId } = await enrol('anna');
  const answer = await ledger.receipts.claim({ program: 'shop', store: 'Leeds', number: '78', account: accountId });
  assert.equal(answer.refusal?.refused, 'unknown_purchase');
  assert.deepEqual(await ledger.receipts.counts('shop'), [
    { sort: 'cancellation', claimable: false, receipts: 1 },
    { sort: 'sale', claimable: true, receipts: 1 },
  ]);
});
