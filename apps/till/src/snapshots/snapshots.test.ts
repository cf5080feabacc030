import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import type { Snapshot } from '@trofast/contract';
import type { Queued } from '../queue/queued.ts';
import { leftToSpend, pointsOf, unitsFor, unitsOf, worthOf } from './left-to-spend.ts';
import { readSnapshot } from './read-snapshot.ts';

const snapshot: Snapshot = {
  v: 1,
  program: 'shop',
  till: 'till-1',
  member: 'anna',
  from: 1000,
  until: 2000,
  points: [{ currency: 'points', available: 500, limit: 300 }],
  vouchers: [],
};
const pair = generateKeyPairSync('ed25519');
const key = pair.publicKey.export({ format: 'jwk' }).x ?? '';
const expected = { key, till: 'till-1', member: 'anna', now: 1500 };

function signed(value: object, by = pair.privateKey): string {
  const payload = Buffer.from(JSON.stringify(value));
  return `${payload.toString('base64url')}.${sign(null, payload, by).toString('base64url')}`;
}

test('a snapshot that the server signed for this till, member and time is believed', async () => {
  assert.deepEqual(await readSnapshot(signed(snapshot), expected), snapshot);
});

for (const [name, text, asked] of [
  ['signed by somebody else', signed(snapshot, generateKeyPairSync('ed25519').privateKey), expected],
  [
    'with another payload',
    `${signed({ ...snapshot, until: 9000 }).split('.')[0]}.${signed(snapshot).split('.')[1]}`,
    expected,
  ],
  ['of another till', signed(snapshot), { ...expected, till: 'till-2' }],
  ['of another member', signed(snapshot), { ...expected, member: 'bert' }],
  ['that is over', signed(snapshot), { ...expected, now: 2001 }],
  ['without a signature', signed(snapshot).split('.')[0] ?? '', expected],
] as const) {
  test(`a snapshot ${name} is not`, async () => {
    assert.equal(await readSnapshot(text, asked), undefined);
  });
}

test('what waits to be sent is taken off what may still be spent', () => {
  const sale = (member: string, amount: string) =>
    ({
      work: { operation: 'recordPurchase', input: { member: { id: member }, points: { currency: 'points', amount } } },
    }) as unknown as Queued;
  assert.equal(leftToSpend(snapshot, 'points', 0, [sale('anna', '100'), sale('bert', '50')]), 200);
  assert.equal(leftToSpend(snapshot, 'points', 0, [sale('anna', '299'), sale('anna', '2')]), 0);
  assert.equal(leftToSpend(snapshot, 'stars', 0, []), 0);
});

test('points and money are turned into each other as the server does it', () => {
  const penny = { units: 1, minor: 1 };
  const øre = { units: 4, minor: 1 };
  assert.deepEqual([worthOf(250, penny), unitsFor(900, 500, penny), unitsFor(200, 500, penny)], [250, 500, 200]);
  assert.deepEqual([worthOf(6, øre), worthOf(5, øre), unitsFor(2, 100, øre)], [2, 1, 7]);
  assert.equal(worthOf(unitsFor(2, 100, øre), øre), 2);
  assert.deepEqual(
    [unitsOf('12.5', 2), pointsOf(1250, 2), pointsOf(5, 2), pointsOf(7, 0)],
    [1250, '12.50', '0.05', '7'],
  );
});
