import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveAccountId, type Ledger } from '../index.ts';
import { openShop } from '../testing/open-shop.ts';

async function exported(ledger: Ledger): Promise<string> {
  const account = deriveAccountId('shop', 'anna');
  const address = await ledger.addressHash('shop', '1 High Street');
  const body = { market: 'UK', address, attributes: { address: 'kept' } };
  await ledger.record({ program: 'shop', account, kind: 'enrolment', key: 'anna', body });
  let text = '';
  await ledger.exportCanonical('shop', (lines) => {
    text += lines;
  });
  assert.ok(!text.includes(address));
  return text;
}

test('the same history exports the same, although each database hashes addresses with a secret of its own', async (t) => {
  const [one, other] = [await openShop(t), await openShop(t)];
  const hashes = await Promise.all([one, other].map(({ ledger }) => ledger.addressHash('shop', '1 High Street')));
  assert.notEqual(hashes[0], hashes[1]);
  const text = await exported(one.ledger);
  assert.equal(await exported(other.ledger), text);
  assert.match(text, /"attributes":\{"address":"kept"\}/);
});
