import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, openShop, SHOP, START } from '../testing/open-shop.ts';

const CLUB = `clubs:
  plus: { name: Plus, plans: { monthly: { name: the monthly plan, price: 5, every: P1M } }, refund: if_unused }
`;

test('a renewal falls due without a visit, its charge waits in the outbox, and the book proves itself', async (t) => {
  const { database, ledger, enrol } = await openShop(t, { text: `${SHOP}${CLUB}` });
  const { accountId: account } = await enrol('anna');
  const of = { program: 'shop', account };
  await ledger.record({ ...of, kind: 'club_joined', key: 'join', body: { club: 'plus' } });
  await ledger.record({ ...of, kind: 'payment', key: 'paid', body: { charge: '2-1', outcome: 'succeeded' } });
  await ledger.moveClock('shop', START + 40 * DAY);
  await ledger.sweep({ limit: 5 });
  const cancelled = await ledger.record({ ...of, kind: 'club_cancelled', key: 'cancel', body: { club: 'plus' } });
  assert.equal(cancelled.refusal, undefined);
  await ledger.record({ ...of, kind: 'payment', key: 'late', body: { charge: '4-1', outcome: 'succeeded' } });

  const { rows } = await database.query('select kind, body from outbox order by sequence, ordinal');
  const told = rows.map(({ kind, body }) => {
    const { charge, amount, currency } = JSON.parse(String(body)) as Readonly<Record<string, unknown>>;
    return `${kind} ${String(charge).replace(account, 'ANNA')} ${amount} ${currency}`;
  });
  assert.deepEqual(told, ['charge ANNA-2-1 500 GBP', 'charge ANNA-4-1 500 GBP', 'refund ANNA-4-1 500 GBP']);
  assert.deepEqual((await ledger.verify()).faults, []);
});
