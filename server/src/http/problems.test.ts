import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { type Client, createClient, type Exchange } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';

let shop: Shop;
let client: Client;
let member: { readonly id: string };
let memberId: string;
before(async () => {
  shop = await openShop({ bodyLimit: 64 });
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
  ({ id: memberId } = await client.enrolMember({ id: 'first', email: 'member@example.com', cards: ['100'] }));
  member = { id: memberId };
});
after(async () => await shop.close());

const lines = [{ sku: 'MUG', total: 1999 }];
const mug = { currency: 'GBP', lines };

function codeOf(answer: Exchange<'recordPurchase'> | Exchange<'eraseMember'> | { readonly ok: boolean }): string {
  return 'problem' in answer ? answer.problem.code : 'ok';
}

test('each refusal has its code and status', async () => {
  const { id: purchase } = (await client.recordPurchase({ id: 'p', member, ...mug })) as { id: string };
  const { id: use } = await client.correctPoints({ member, amount: 100, reason: 'Sorry', actor: 'staff-1' });
  const { holdId } = await client.holdPoints({ member, amount: 10 });
  await client.releaseHold({ holdId });
  const { vouchers } = await client.redeemReward({ member, reward: 'coffee' });
  const code = vouchers[0]?.code ?? '';
  await client.useVoucher({ code });

  const ahead = '2026-01-05T09:06:00Z';
  const table: readonly (readonly [string, Promise<{ readonly status: number; readonly ok: boolean }>])[] = [
    ['404 unknown_member', client.exchange('recordPurchase', { member: { email: 'who@example.com' }, ...mug })],
    ['404 unknown_member', client.exchange('recordPurchase', { member: { id: `${memberId}9` }, ...mug })],
    ['404 unknown_member', client.exchange('getBalance', { memberId: 'nobody' })],
    ['409 identity_taken', client.exchange('enrolMember', { email: ' MEMBER@example.com'.trim() })],
    ['409 identity_taken', client.exchange('enrolMember', { cards: ['100'] })],
    ['422 unknown_market', client.exchange('enrolMember', { market: 'XX' })],
    ['422 currency_mismatch', client.exchange('recordPurchase', { member, currency: 'SEK', lines })],
    ['422 too_far_ahead', client.exchange('recordPurchase', { member, ...mug, occurredAt: ahead })],
    ['422 too_late', client.exchange('recordPurchase', { member, ...mug, occurredAt: '2025-10-01T09:00:00Z' })],
    ['404 unknown_reward', client.exchange('redeemReward', { member, reward: 'tea' })],
    ['409 insufficient_points', client.exchange('redeemReward', { member, reward: 'coffee', times: 9 })],
    ['409 insufficient_points', client.exchange('holdPoints', { member, amount: '9999' })],
    ['422 hold_too_long', client.exchange('holdPoints', { member, amount: 1, until: '2026-03-05T09:00:00Z' })],
    ['404 unknown_hold', client.exchange('captureHold', { holdId: 'nothing' })],
    ['409 hold_ended', client.exchange('captureHold', { holdId })],
    ['404 unknown_voucher', client.exchange('checkVoucher', { code: 'nothing' })],
    ['409 voucher_used', client.exchange('useVoucher', { code })],
    ['404 unknown_purchase', client.exchange('recordReturn', { purchase: { id: use } })],
    ['404 unknown_purchase', client.exchange('recordReturn', { member, purchase: { key: 'never' } })],
    ['422 unknown_line', client.exchange('recordReturn', { purchase: { id: purchase }, lines: [{ line: 7 }] })],
    [
      '409 return_exceeds_purchase',
      client.exchange('recordReturn', { purchase: { id: purchase }, lines: [{ line: 0, quantity: 2 }] }),
    ],
    [
      '403 approval_needed',
      client.exchange('correctPoints', { member, amount: 101, reason: 'Gift', actor: 'staff-1' }),
    ],
    ['404 unknown_event', client.exchange('getEvent', { eventId: 'nothing' })],
    ['404 unknown_receipt', client.exchange('claimReceipt', { memberId, store: 's', receipt: 'r' })],
  ];
  for (const [expected, asked] of table) {
    const answer = await asked;
    assert.equal(`${answer.status} ${codeOf(answer)}`, expected);
  }
});

test('every bad field is named by its pointer, and a slip of the pen is set right', async () => {
  const wrong = {
    member: { email: 'no address', card: '1' },
    currency: 'pounds',
    lines: [{ sku: '', total: 19.99, quantity: '-1', totl: 3 }],
    occurredAt: 'yesterday',
  };
  const answer = await client.exchange('recordPurchase', wrong as never);
  assert.ok(!answer.ok);
  const fields = Object.fromEntries((answer.problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
  assert.deepEqual(fields, {
    '/member': 'Only one of its fields may be there.',
    '/member/email': 'This is no e-mail address.',
    '/currency': 'It is not of the right form. Write it like "GBP".',
    '/lines/0/sku': 'It must NOT have fewer than 1 characters.',
    '/lines/0/total': 'It must be a whole number.',
    '/lines/0/quantity': 'It is not of the right form. Write it like 2 or "0.375".',
    '/lines/0/totl': 'There is no such field here. Did you mean `total`?',
    '/occurredAt': 'Write a moment like 2026-01-05T09:30:00Z, with its zone.',
  });
});

test('what only the program or the calendar can know is a bad field too', async () => {
  const pointers = async (asked: Promise<{ readonly ok: boolean }>) => {
    const answer = await asked;
    return 'problem' in answer
      ? (answer.problem as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer)
      : [];
  };
  assert.deepEqual(await pointers(client.exchange('recordPurchase', { member, ...mug, zone: 'Europe/Atlantis' })), [
    '/zone',
  ]);
  assert.deepEqual(await pointers(client.exchange('holdPoints', { member, amount: '0.5' })), ['/amount']);
  assert.deepEqual(await pointers(client.exchange('holdPoints', { member, amount: -1 })), ['/amount']);
  assert.deepEqual(await pointers(client.exchange('holdPoints', { member, amount: 1, currency: 'stars' })), [
    '/currency',
  ]);
  assert.deepEqual(await pointers(client.exchange('recordPurchase', mug)), ['/store']);
  assert.deepEqual(await pointers(client.exchange('recordReturn', { purchase: { key: 'p' } })), ['/member']);
  assert.deepEqual(await pointers(client.exchange('listStatement', { memberId, limit: 1000 })), ['/limit']);
  assert.deepEqual(await pointers(client.exchange('findMember', {})), ['']);
  const both = { member, amount: 500, reason: 'r', actor: 'staff-1', approvedBy: 'staff-1' };
  assert.deepEqual(await pointers(client.exchange('correctPoints', both)), ['/approvedBy']);
});

test('a request that cannot be read is a problem, never a page or a stack', async () => {
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${shop.url}${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${shop.key}`, 'Content-Type': 'application/json', ...init.headers },
    });
  const post = (body: string, headers = {}) => send('/v1/purchases', { method: 'POST', body, headers });
  const table: readonly (readonly [string, Promise<Response>])[] = [
    ['404 not_found', send('/v1/nothing')],
    ['404 not_found', send('/nothing/at/all', { method: 'POST', body: '{}' })],
    ['405 method_not_allowed', send('/v1/purchases')],
    ['405 method_not_allowed', send('/v1/members/x', { method: 'PUT', body: '{}' })],
    ['400 malformed', send('/v1/members/%zz')],
    ['400 malformed', post('{"member":')],
    ['400 malformed', post('[]')],
    ['400 malformed', post('')],
    ['400 malformed', post('{"id":"a\\u0000b"}')],
    ['400 malformed', post('{"__proto__":{"id":"a"}}')],
    ['413 too_large', post(JSON.stringify({ id: 'a'.repeat(70_000) }))],
    ['415 unsupported_media_type', post('<purchase/>', { 'Content-Type': 'application/xml' })],
    ['415 unsupported_media_type', send('/v1/batch', { method: 'POST', body: '{}' })],
  ];
  for (const [expected, sent] of table) {
    const response = await sent;
    const text = await response.text();
    const problem = JSON.parse(text) as { code: string };
    assert.equal(`${response.status} ${problem.code}`, expected);
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
    assert.doesNotMatch(text, /node_modules|\.ts:|at .*\(/);
  }
  assert.equal((await send('/v1/purchases')).headers.get('Allow'), 'POST');
});

test('what is no HTTP gets a problem too', async () => {
  const { hostname, port } = new URL(shop.url);
  const socket = connect(Number(port), hostname);
  socket.write('HELLO\r\n\r\n');
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  assert.match(text, /^HTTP\/1.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"malformed"/);
});

test('an answer carries the id of its request: the one that came with it, when it is a plain one', async () => {
  const ask = async (id: string) =>
    (await fetch(`${shop.url}/health/live`, { headers: { 'Request-Id': id } })).headers.get('Request-Id');
  assert.equal(await ask('abc-123'), 'abc-123');
  assert.notEqual(await ask('<script>'), '<script>');
});

test('each key has its own limit, and is told when to come back', async () => {
  const small = await openShop({ rateLimit: 3 });
  const asked = createClient({ url: small.url, key: small.key, retries: 0, fetch: truthfulFetch });
  const other = createClient({ url: small.url, key: small.operatorKey, retries: 0, fetch: truthfulFetch });
  try {
    for (let count = 0; count < 3; count += 1) assert.equal((await asked.exchange('readFeed')).status, 200);
    const answer = await asked.exchange('readFeed');
    assert.equal(codeOf(answer), 'rate_limited');
    assert.ok(Number(answer.headers.get('Retry-After')) > 0);
    assert.equal(answer.headers.get('RateLimit-Remaining'), '0');
    assert.equal((await other.exchange('listPrograms')).status, 200);
  } finally {
    await small.close();
  }
});

test('a cursor that is none is refused, and a damaged one begins anew', async () => {
  for (const cursor of ['nix', "1' or 1=1"]) {
    assert.equal(codeOf(await client.exchange('readFeed', { cursor })), 'malformed');
    assert.equal(codeOf(await client.exchange('listStatement', { memberId, cursor })), 'malformed');
  }
  for (const cursor of ['--', '1.2.3.', '.', '9'.repeat(40)]) {
    assert.equal((await client.exchange('readFeed', { cursor })).status, 200, cursor);
    assert.equal((await client.exchange('listStatement', { memberId, cursor })).status, 200, cursor);
  }
});
