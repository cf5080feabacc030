import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Input, ProblemDocument } from '@trofast/contract';
import { type Answer, triedAgain, withoutMember } from './after-answer.ts';
import { openMemoryStore } from './memory-store.ts';
import type { NewQueued, Queued, Work } from './queued.ts';
import { sendWaiting } from './send-waiting.ts';

const purchase = (more: Partial<Input<'recordPurchase'>> = {}): Work => ({
  operation: 'recordPurchase',
  input: { member: { card: '7' }, currency: 'DKK', lines: [{ sku: 'amount', total: 5000 }], ...more },
});
const enrolment: Work = { operation: 'enrolMember', input: { email: 'member@example.com' } };

const piece = (key: string, work: Work = purchase(), more: Partial<NewQueued> = {}): NewQueued => ({
  key,
  till: 'till-1',
  work,
  hasHappened: true,
  label: key,
  keptAt: 0,
  ...more,
});

const problem = (status: number, code: string): Answer => ({
  kind: 'refused',
  problem: { type: 'about:blank', code, status, title: code } as ProblemDocument,
});
const done: Answer = { kind: 'done', output: 'recorded' };
const unreachable: Answer = { kind: 'unreachable' };

/** A server that answers by key, and a lock that one at a time may have. */
function shopFloor(answers: Readonly<Record<string, Answer>> = {}) {
  const store = openMemoryStore();
  const asked: string[] = [];
  const bodies = new Map<string, Queued>();
  let isOnline = true;
  let isTaken = false;
  const send = async (queued: Queued): Promise<Answer> => {
    asked.push(queued.key);
    bodies.set(queued.key, queued);
    await Promise.resolve();
    return isOnline ? (answers[queued.key] ?? done) : unreachable;
  };
  const alone = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    if (isTaken) return undefined;
    isTaken = true;
    try {
      return await work();
    } finally {
      isTaken = false;
    }
  };
  const goOnline = (on: boolean) => {
    isOnline = on;
  };
  const left = async () => (await store.list()).map(({ key, state }) => `${key} ${state}`);
  const flush = () => sendWaiting({ store, send, alone }, 'till-1');
  return { store, asked, bodies, flush, left, goOnline };
}

test('without a network nothing is lost and nothing behind the first is tried', async () => {
  const { store, flush, asked, left, goOnline } = shopFloor();
  goOnline(false);
  for (const key of ['a', 'b', 'c']) await store.add(piece(key));
  assert.equal((await flush())?.stopped, 'unreachable');
  assert.deepEqual([asked, await left()], [['a'], ['a waiting', 'b waiting', 'c waiting']]);
});

test('when the network is back everything is sent in the order of the device', async () => {
  const { store, flush, asked, left, goOnline } = shopFloor();
  goOnline(false);
  for (const key of ['a', 'b', 'c']) await store.add(piece(key));
  await flush();
  goOnline(true);
  assert.equal((await flush())?.outputs.size, 3);
  assert.deepEqual([asked, await left()], [['a', 'a', 'b', 'c'], []]);
});

test('what was sent while the tab closed is sent again under the same key', async () => {
  const { store, flush, asked } = shopFloor();
  const kept = await store.add(piece('a'));
  // The answer came, and the tab closed before it was noted: the work is still there.
  await flush();
  await store.put(kept);
  await flush();
  assert.deepEqual(asked, ['a', 'a']);
});

test('two tabs do not send at the same time', async () => {
  const { store, flush, asked } = shopFloor();
  await store.add(piece('a'));
  const [first, second] = await Promise.all([flush(), flush()]);
  assert.deepEqual([asked, second, first?.outputs.size], [['a'], undefined, 1]);
});

test('what can never be recorded is set aside with its reason, and the others go on', async () => {
  const { store, flush, asked, left } = shopFloor({ a: problem(422, 'currency_mismatch') });
  for (const key of ['a', 'b']) await store.add(piece(key));
  await flush();
  assert.deepEqual([asked, await left()], [['a', 'b'], ['a aside']]);
  assert.equal((await store.get(1))?.reason?.code, 'currency_mismatch');
  await flush();
  assert.deepEqual(asked, ['a', 'b']);
});

for (const [status, why] of [
  [503, 'busy'],
  [429, 'busy'],
  [500, 'busy'],
  [401, 'unpaired'],
] as const) {
  test(`an answer ${status} sets nothing aside`, async () => {
    const { store, flush, left } = shopFloor({ a: problem(status, 'some') });
    await store.add(piece('a'));
    assert.equal((await flush())?.stopped, why);
    assert.deepEqual(await left(), ['a waiting']);
  });
}

test('what the server fails at again and again is set aside, so that it holds up nobody', async () => {
  const { store, flush, asked, left } = shopFloor({ a: problem(500, 'fault') });
  for (const key of ['a', 'b']) await store.add(piece(key));
  for (let tries = 0; tries < 5; tries += 1) await flush();
  assert.deepEqual([asked.join(' '), await left()], ['a a a a a b', ['a aside']]);
});

test('somebody enrolled offline who is a member already is no problem for staff', async () => {
  const { store, flush, left, asked } = shopFloor({ a: problem(409, 'identity_taken') });
  await store.add(piece('a', enrolment));
  await store.add(piece('b'));
  await flush();
  assert.deepEqual([asked, await left()], [['a', 'b'], []]);
});

test('a sale that is over is never refused: it becomes a report under a key of its own', async () => {
  const { store, flush, bodies, left } = shopFloor({ a: problem(409, 'insufficient_points') });
  await store.add(piece('a', purchase({ id: 'a', strict: true, points: { currency: 'points', amount: 5 } })));
  await flush();
  assert.deepEqual([[...bodies.keys()], await left()], [['a', 'a-report'], []]);
  const work = bodies.get('a-report')?.work;
  assert.ok(work?.operation === 'recordPurchase');
  assert.deepEqual([work.input.strict, work.input.id], [false, 'a-report']);
});

test('while the customer is there, a refusal is told and nothing is kept', async () => {
  const { store, flush, left } = shopFloor({ a: problem(409, 'voucher_used') });
  const { sequence } = await store.add(piece('a', purchase({ strict: true }), { hasHappened: false }));
  assert.equal((await flush())?.refused.get(sequence)?.code, 'voucher_used');
  assert.deepEqual(await left(), []);
});

test('work of another till stays where it is', async () => {
  const { store, flush, asked, left } = shopFloor();
  await store.add(piece('a', purchase(), { till: 'till-2' }));
  await flush();
  assert.deepEqual([asked, await left()], [[], ['a waiting']]);
});

test('staff can send again what was set aside, or keep the sale without its member', async () => {
  const { store, flush, bodies } = shopFloor({ a: problem(404, 'unknown_member') });
  await store.add(piece('a', purchase({ id: 'a', points: { amount: 3 } })));
  await flush();
  const aside = await store.get(1);
  assert.ok(aside && triedAgain(aside).state === 'waiting' && triedAgain(aside).key === 'a');
  const receipt = withoutMember(aside);
  assert.ok(receipt);
  await store.put(receipt);
  await flush();
  const work = bodies.get('a-receipt')?.work;
  assert.ok(work?.operation === 'recordPurchase');
  assert.deepEqual([work.input.member, work.input.points, work.input.receipt], [undefined, undefined, 'a']);
});
