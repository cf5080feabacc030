import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop } from '../testing/open-shop.ts';

const asked = (reward: string) => ({ kind: 'redemption', body: { reward } }) as const;

for (const buckets of [1, 7]) {
  test(`what is foreseen is what would be answered, and nothing is recorded of it (${buckets} buckets)`, async (t) => {
    const { ledger, enrol, buy, redeem, available } = await openShop(t, { buckets });
    const { accountId } = await enrol('member');
    await buy(accountId, '1', 12_000);
    const foreseen = await ledger.foresee('shop', accountId, ['mug', 'ticket', 'yacht'].map(asked));
    assert.deepEqual(
      foreseen.map((outcome) =>
        'refused' in outcome ? outcome.refused : outcome.facts.some(({ fact }) => fact === 'voucher_issued'),
      ),
      [true, true, 'unknown_reward'],
    );
    assert.equal(await available(accountId), 120);

    await redeem(accountId, 'r-1', 'mug');
    const [after] = await ledger.foresee('shop', accountId, [asked('mug')]);
    assert.deepEqual(after && 'refused' in after ? [after.refused, after.details.missing] : [], [
      'insufficient_points',
      80,
    ]);
  });

  test(`stock that others have taken is seen beforehand (${buckets} buckets)`, async (t) => {
    const { ledger, enrol, buy, redeem } = await openShop(t, { buckets });
    for (const key of ['a', 'b', 'c', 'd']) {
      const { accountId } = await enrol(key);
      await buy(accountId, `buy ${key}`, 10_000);
      const [mug] = await ledger.foresee('shop', accountId, [asked('mug')]);
      assert.equal(mug && 'refused' in mug ? mug.refused : 'ok', key === 'd' ? 'reward_out_of_stock' : 'ok');
      await redeem(accountId, `redeem ${key}`, 'mug');
    }
  });

  test(`whether something happened to accounts is one small question (${buckets} buckets)`, async (t) => {
    const { ledger, enrol, buy } = await openShop(t, { buckets });
    const first = await enrol('first');
    const second = await enrol('second');
    await buy(second.accountId, '1', 1000);
    const names = [first.accountId, 'nobody', second.accountId].map((account) => ({ program: 'shop', account }));
    assert.deepEqual(await ledger.sequences(names), [1, undefined, 2]);
    assert.deepEqual(await ledger.sequences(names.map(({ account }) => ({ program: 'other', account }))), [
      undefined,
      undefined,
      undefined,
    ]);
  });
}
