import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReferredBy } from '@trofast/engine';
import { deriveAccountId, openLedger, rebucket } from '../index.ts';
import { openShop, SHOP, type Shop } from '../testing/open-shop.ts';

const TEXT = `${SHOP}
referral:
  purchase: { base: everything, least: "20.00 GBP", within: P30D }
  referrer: [{ give: { currency: points, amount: 500 } }]
  friend: [{ give: { currency: points, amount: 100 } }]
  limit: { times: 2, over: forever }
`;

async function enrolFriend({ ledger }: Shop, key: string, referredBy: ReferredBy) {
  const account = deriveAccountId('shop', key);
  const body = { market: 'UK', referredBy };
  return (await ledger.record({ program: 'shop', account, kind: 'enrolment', key, body })).accountId;
}

async function enrolReferrer(shop: Shop): Promise<ReferredBy & { readonly code: string }> {
  const { accountId } = await shop.enrol('referrer');
  const member = `${accountId}-1`;
  return { account: accountId, member, code: await shop.ledger.referralCode('shop', accountId, member) };
}

for (const buckets of [1, 7]) {
  test(`a friend's first purchase rewards both once, and its return takes both back (${buckets} buckets)`, async (t) => {
    const shop = await openShop(t, { buckets, text: TEXT });
    const { ledger, database, buy, giveBack, available } = shop;
    const { code, ...referrer } = await enrolReferrer(shop);
    assert.deepEqual(await ledger.findReferrer('shop', ` ${code.toUpperCase()}`), referrer);
    const friend = await enrolFriend(shop, 'friend', referrer);
    const bought = await buy(friend, 'p1', 2000);
    assert.deepEqual([await available(friend), await available(referrer.account)], [120, 0]);

    const other = await openLedger({ database });
    await Promise.all([ledger.sweep({ limit: 10 }), other.sweep({ limit: 10 })]);
    await other.close();
    await ledger.sweep({ limit: 10 });
    assert.equal(await available(referrer.account), 500);
    assert.deepEqual((await ledger.verify()).faults, []);

    await giveBack(friend, 'r1', bought.event?.event.id ?? '');
    await ledger.sweep({ limit: 10 });
    assert.deepEqual([await available(friend), await available(referrer.account)], [0, 0]);
    // The friend may do it again.
    await buy(friend, 'p2', 2000);
    await ledger.sweep({ limit: 10 });
    assert.deepEqual([await available(friend), await available(referrer.account)], [120, 500]);
    assert.deepEqual((await ledger.verify()).faults, []);
  });
}

test('a reward that was told although the server stopped before it could note so is given once', async (t) => {
  const shop = await openShop(t, { text: TEXT });
  const referrer = await enrolReferrer(shop);
  const friend = await enrolFriend(shop, 'friend', referrer);
  await shop.buy(friend, 'p1', 2000);
  await shop.ledger.sweep({ limit: 10 });
  await shop.database.query('update outbox set answered_at = null');
  await shop.ledger.sweep({ limit: 10 });
  assert.equal(await shop.available(referrer.account), 500);
  assert.equal((await shop.ledger.counts('shop')).eventsByKind.referral_fulfilled, 1);
});

test('beyond the limit the friend gets theirs and the referrer is told why not', async (t) => {
  const shop = await openShop(t, { text: TEXT });
  const referrer = await enrolReferrer(shop);
  const friends = await Promise.all(['a', 'b', 'c'].map((key) => enrolFriend(shop, key, referrer)));
  await Promise.all(friends.map((friend) => shop.buy(friend, 'p', 2000)));
  await shop.ledger.sweep({ limit: 10 });
  assert.deepEqual(await Promise.all(friends.map(shop.available)), [120, 120, 120]);
  assert.equal(await shop.available(referrer.account), 1000);
  const { rows } = await shop.ledger.statement('shop', referrer.account, { limit: 10 });
  const declined = rows.flatMap(({ facts }) => facts.filter(({ fact }) => fact === 'declined'));
  assert.deepEqual(declined, [{ fact: 'declined', v: 1, rule: 'referral', reason: 'limit_reached' }]);
});

test('who was a member before there were referrals has a code when it is asked for, also after a move', async (t) => {
  const shop = await openShop(t, { buckets: 1 });
  const { accountId } = await shop.enrol('early');
  const member = `${accountId}-1`;
  const code = await shop.ledger.referralCode('shop', accountId, member);
  assert.equal(await shop.ledger.referralCode('shop', accountId, member), code);
  await shop.ledger.close();
  await rebucket(shop.database, 5);
  const moved = await openShop(t, { database: shop.database });
  assert.deepEqual(await moved.ledger.findReferrer('shop', code), { account: accountId, member });
  assert.equal(await moved.ledger.findReferrer('shop', 'nobody00'), undefined);
});
