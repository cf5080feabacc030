import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLedger } from '../open-ledger.ts';
import { openShop, SHOP } from '../testing/open-shop.ts';

const TEXT = `${SHOP}transfers: { points: { least: 10 } }\n`;

for (const buckets of [1, 7]) {
  test(`points that are sent arrive once, or come back, and the book shows them on their way (${buckets} buckets)`, async (t) => {
    const { database, ledger, enrol, buy, available } = await openShop(t, { buckets, text: TEXT });
    const accounts = await Promise.all(['anna', 'bo', 'kim'].map(async (key) => (await enrol(key)).accountId));
    const [anna = '', bo = '', kim = ''] = accounts;
    await buy(anna, 'b', 50_000);
    const send = (key: string, amount: number, to: string) =>
      ledger.record({
        program: 'shop',
        account: anna,
        kind: 'transfer_sent',
        key,
        body: { currency: 'points', amount, to },
      });
    assert.equal((await send('t0', 9, bo)).refusal?.refused, 'minimum_not_met');
    await Promise.all([send('t1', 100, bo), send('t1', 100, bo), send('t2', 50, kim), send('t3', 30, 'nobody0')]);
    assert.equal(await available(anna), 320);
    assert.equal(await available(bo), 0);
    // On their way: the book and the outbox say the same.
    assert.deepEqual((await ledger.verify()).faults, []);

    // Two servers deliver at the same moment.
    const other = await openLedger({ database });
    await Promise.all([ledger.sweep({ limit: 10 }), other.sweep({ limit: 10 })]);
    await other.close();
    await ledger.sweep({ limit: 10 });
    assert.deepEqual(await Promise.all(accounts.map(available)), [350, 100, 50]);
    const kinds = (await ledger.counts('shop')).eventsByKind;
    assert.deepEqual([kinds.transfer_sent, kinds.transfer_received, kinds.transfer_answered], [3, 2, 3]);
    const { rows } = await database.query<{ n: number }>(
      'select count(*)::int as n from outbox where answered_at is null',
    );
    assert.equal(rows[0]?.n, 0);
    assert.deepEqual((await ledger.verify()).faults, []);
  });
}

test('an answer that was lost with its server is asked for again, and nothing arrives twice', async (t) => {
  const { database, ledger, enrol, buy, available } = await openShop(t, { text: TEXT });
  const [anna, bo] = [(await enrol('anna')).accountId, (await enrol('bo')).accountId];
  await buy(anna, 'b', 50_000);
  const body = { currency: 'points', amount: 100, to: bo };
  await ledger.record({ program: 'shop', account: anna, kind: 'transfer_sent', key: 't', body });
  const { rows } = await database.query<{ body: string }>('select body from outbox');
  const sent = JSON.parse(rows[0]?.body ?? '{}');
  const key = `${anna}-${sent.transfer}`;
  const receipt = { from: anna, transfer: sent.transfer, currency: 'points', amount: 100, parts: sent.parts };
  // The points have arrived, and the server stopped before it could say so.
  await ledger.record({ program: 'shop', account: bo, kind: 'transfer_received', key, body: receipt });
  assert.deepEqual((await ledger.verify()).faults, []);
  await ledger.sweep({ limit: 10 });
  await ledger.sweep({ limit: 10 });
  assert.deepEqual([await available(anna), await available(bo)], [400, 100]);
  assert.deepEqual((await ledger.verify()).faults, []);
});
