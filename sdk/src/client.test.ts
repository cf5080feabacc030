import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, ProblemError } from './index.ts';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly key: string | null;
  readonly body: unknown;
}

/** Answers in turn what it is given: a status, or an error of the network. */
function answering(...answers: readonly (number | Error)[]) {
  const sent: Sent[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    sent.push({ url: String(url), method: init.method ?? '', key: headers.get('Idempotency-Key'), body: init.body });
    const answer = answers[sent.length - 1] ?? 200;
    if (answer instanceof Error) throw answer;
    return new Response('{}', { status: answer, headers: { 'Retry-After': '0.001' } });
  };
  return { sent, client: createClient({ url: 'https://shop.example/', key: 'k', fetch }) };
}

const purchase = { member: { card: '1' }, currency: 'GBP', lines: [{ sku: 'MUG', total: 100 }] };

test('a write that was not answered is sent again with the same key', async () => {
  const { sent, client } = answering(new TypeError('reset'), 503, 201);
  await client.recordPurchase(purchase);
  assert.equal(sent.length, 3);
  assert.ok(sent[0]?.key);
  assert.equal(new Set(sent.map(({ key }) => key)).size, 1);
});

test("the shop's own id is the key, and the option wins over it", async () => {
  const { sent, client } = answering();
  await client.recordPurchase({ ...purchase, id: 'receipt-1' });
  await client.redeemReward({ member: { card: '1' }, reward: 'coffee' }, { key: 'order-9' });
  assert.deepEqual(
    sent.map(({ key }) => key),
    ['receipt-1', 'order-9'],
  );
});

test('what is not safe to do twice is not sent again when nobody knows whether it was done', async () => {
  const { sent, client } = answering(new TypeError('reset'));
  await assert.rejects(client.createKey({ programId: 'p', name: 'k' }), TypeError);
  assert.equal(sent.length, 1);
  const full = answering(503, 201);
  await full.client.createKey({ programId: 'p', name: 'k' });
  assert.equal(full.sent.length, 2);
});

test('it gives up after its retries, with what the server said', async () => {
  const { sent, client } = answering(503, 503, 503, 503, 503);
  await assert.rejects(client.readFeed(), (error) => error instanceof ProblemError && error.problem.status === 503);
  assert.equal(sent.length, 4);
});

test('fields go where they belong: path, query, body', async () => {
  const { sent, client } = answering();
  await client.listStatement({ memberId: 'a/b', limit: 5 });
  await client.captureHold({ holdId: 'h 1', amount: 3 });
  await client.createProgram({ body: 'program: {}', clock: 'sandbox' });
  await client.sendBatch({
    body: [
      { operation: 'enrolMember', id: '1' },
      { operation: 'enrolMember', id: '2' },
    ],
  });
  assert.deepEqual(
    sent.map(({ method, url, body }) => [method, url, body]),
    [
      ['GET', 'https://shop.example/v1/members/a%2Fb/statement?limit=5', undefined],
      ['POST', 'https://shop.example/v1/holds/h%201/capture', '{"amount":3}'],
      ['POST', 'https://shop.example/v1/programs?clock=sandbox', 'program: {}'],
      [
        'POST',
        'https://shop.example/v1/batch',
        '{"operation":"enrolMember","id":"1"}\n{"operation":"enrolMember","id":"2"}\n',
      ],
    ],
  );
});

test('an answer of something on the way that is not Trofast is a problem too', async () => {
  const fetch = async () => new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
  const client = createClient({ url: 'https://shop.example', fetch });
  const answer = await client.exchange('readFeed');
  assert.ok(!answer.ok);
  assert.deepEqual([answer.status, answer.problem.detail], [502, '<h1>Bad gateway</h1>']);
});

test('whoever is known by a session says which program is meant', async () => {
  let asked: string | null = null;
  const fetch = async (_url: string | URL | Request, init: RequestInit = {}) => {
    asked = new Headers(init.headers).get('Trofast-Program');
    return new Response('{}');
  };
  await createClient({ url: 'https://shop.example', program: 'corner-shop', fetch }).readFeed();
  assert.equal(asked, 'corner-shop');
});
