import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { deriveAccountId, type Ledger, openLedger, type RecordRequest, rebucket } from '../index.ts';
import { DAY, openShop, type Shop, START } from '../testing/open-shop.ts';

const GIFT_SHOP = readFileSync(join(import.meta.dirname, '../../../programs/gift-shop/program.yaml'), 'utf8');

/** What happens in a shop: so long after the last thing, to whom, what. */
const happening = fc.record({
  hours: fc.integer({ min: 0, max: 24 * 20 }),
  member: fc.integer({ min: 0, max: 3 }),
  what: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('purchase' as const), pounds: fc.integer({ min: 1, max: 1500 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('return' as const),
        of: fc.nat({ max: 20 }),
        quantity: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('hold' as const), amount: fc.integer({ min: 1, max: 300 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('correction' as const), amount: fc.integer({ min: -400, max: 400 }) }),
    },
  ),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Every id derives from program and key, so the requests can be written down before anything happens. */
async function requestsOf(happenings: readonly Happening[], purchaseId: (account: string, key: string) => string) {
  const requests: RecordRequest[] = [];
  const purchases = new Map<string, string[]>();
  let at = START;
  for (const [index, { hours, member, what }] of happenings.entries()) {
    at += hours * 3_600_000;
    const account = deriveAccountId('shop', `member ${member}`);
    if (!purchases.has(account)) {
      purchases.set(account, []);
      requests.push({
        program: 'shop',
        account,
        kind: 'enrolment',
        key: `member ${member}`,
        at,
        occurredAt: at,
        body: { market: 'UK' },
      });
    }
    const own = purchases.get(account) ?? [];
    const base = { program: 'shop', account, key: `${index}`, at, occurredAt: at } as const;
    if (what.kind === 'purchase') {
      own.push(purchaseId(account, `${index}`));
      requests.push({
        ...base,
        kind: 'purchase',
        body: { currency: 'GBP', lines: [{ sku: '22423', quantity: 5, total: what.pounds * 100 }] },
      });
    } else if (what.kind === 'return') {
      const purchase = own[what.of % Math.max(1, own.length)];
      if (purchase)
        requests.push({ ...base, kind: 'return', body: { purchase, lines: [{ line: 0, quantity: what.quantity }] } });
    } else if (what.kind === 'hold') {
      requests.push({ ...base, kind: 'hold', body: { currency: 'points', amount: what.amount, until: at + 5 * DAY } });
    } else if (what.amount !== 0) {
      requests.push({
        ...base,
        kind: 'correction',
        actor: 'staff',
        body: { currency: 'points', amount: what.amount, reason: 'test' },
      });
    }
  }
  return { requests, end: at + 200 * DAY };
}

async function exportOf(ledger: Ledger): Promise<{ text: string; sha256: string }> {
  let text = '';
  const { sha256 } = await ledger.exportCanonical(undefined, (lines) => {
    text += lines;
  });
  return { text, sha256 };
}

async function playOneByOne({ ledger }: Shop, requests: readonly RecordRequest[], end: number) {
  for (const request of requests) {
    await ledger.record(request);
    // The sweep runs whenever it likes.
    await ledger.moveClock('shop', request.at ?? 0);
    await ledger.sweep({ limit: 10 });
  }
  await ledger.moveClock('shop', end);
}

async function playAllAtOnce({ ledger }: Shop, requests: readonly RecordRequest[], end: number) {
  await Promise.all(requests.map((request) => ledger.record(request)));
  // A part of it comes once more, as after a crash.
  await Promise.all(requests.slice(requests.length / 2).map((request) => ledger.record(request)));
  await ledger.moveClock('shop', end);
}

test('the book does not depend on batches, buckets, repeats, or when the sweep ran, and proves itself', async (t) => {
  const { deriveEventId } = await import('../index.ts');
  const property = fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async (happenings) => {
    const { requests, end } = await requestsOf(happenings, (account, key) =>
      deriveEventId('shop', account, 'purchase', key),
    );
    const slow = await openShop(t, { buckets: 1, text: GIFT_SHOP });
    await playOneByOne(slow, requests, end);
    const fast = await openShop(t, { buckets: 7, text: GIFT_SHOP });
    await playAllAtOnce(fast, requests, end);

    const exported = await exportOf(slow.ledger);
    assert.equal((await exportOf(fast.ledger)).text, exported.text);
    assert.deepEqual((await slow.ledger.verify()).faults, []);
    assert.deepEqual((await fast.ledger.verify()).faults, []);

    await fast.ledger.close();
    assert.deepEqual(await rebucket(fast.database, 3), { from: 7, to: 3 });
    const moved = await openLedger({ database: fast.database });
    t.after(() => moved.close());
    assert.equal(moved.buckets, 3);
    assert.deepEqual((await moved.verify()).faults, []);
    assert.equal((await exportOf(moved)).sha256, exported.sha256);
  });
  await fc.assert(property, { numRuns: 6 });
});

test('the export names nothing that depends on how it came about', async (t) => {
  const { ledger, enrol, buy } = await openShop(t);
  const { accountId } = await enrol('anna', { person: { name: 'Anna' }, private: { born: '03-01' } });
  await buy(accountId, '1', 1000);
  const { text } = await exportOf(ledger);
  for (const word of ['recorded', 'salt', 'hash', 'batch', 'wake', 'bucket', 'code', 'Anna', 'born']) {
    assert.equal(text.includes(word), false, word);
  }
  const lines = text
    .trim()
    .split('\n')
    .map((line) => Object.keys(JSON.parse(line)).join());
  assert.deepEqual(
    [lines[0], lines.at(-1)],
    ['balances,event,of,program,reading,rules,sequence,version', 'account,program'],
  );
});

test('a moved database goes on where it was: a repeated key is still known', async (t) => {
  const shop = await openShop(t, { buckets: 1 });
  const { accountId } = await shop.enrol('anna', { claims: [{ kind: 'card', value: '1234 5678' }] });
  const first = await shop.buy(accountId, '1', 5000);
  const { codes } = await shop.redeem(accountId, '2', 'ticket');
  await shop.redeem(accountId, '3', 'mug');
  await shop.ledger.receipts.add('shop', [receipt('77')]);
  await shop.ledger.close();
  await rebucket(shop.database, 5);

  const moved = await openShop(t, { database: shop.database });
  assert.deepEqual(await moved.buy(accountId, '1', 5000), { ...first, replayed: true });
  assert.equal((await moved.ledger.findMember('shop', { kind: 'card', value: '12345678' }))?.account, accountId);
  assert.equal((await moved.ledger.findVoucher('shop', Object.values(codes ?? {})[0] ?? ''))?.account, accountId);
  assert.equal((await moved.ledger.receipts.get('shop', 'Leeds', '77'))?.number, '77');
  await moved.enrol('bert');
  assert.deepEqual((await moved.ledger.verify()).faults, []);
});

function receipt(number: string) {
  const purchase = { currency: 'GBP', lines: [{ sku: 'A', total: 1000 }] };
  return { store: 'Leeds', number, occurredAt: START, claimable: true, sort: 'sale', purchase };
}
