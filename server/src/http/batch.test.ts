import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Output } from '@trofast/contract';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop({ bodyLimit: 4 });
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
});
after(async () => await shop.close());

type Answers = Output<'sendBatch'>;

async function sendText(body: string | ReadableStream, key = shop.key): Promise<Answers> {
  const response = await fetch(`${shop.url}/v1/batch`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/x-ndjson' },
    body,
    duplex: 'half',
  });
  return (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answers[number]);
}

const said = (answers: Answers) =>
  answers.map(({ line, status, problem }) => `${line} ${status} ${problem?.code ?? ''}`.trim());

test('a bad line is answered for itself and leaves its neighbours alone', async () => {
  const lines = [
    JSON.stringify({ operation: 'enrolMember', id: 'm-1', externalId: 'm-1' }),
    'not json',
    '{"operation":"recordPurchase","id":"p-0"',
    JSON.stringify({ operation: 'recordPurchas' }),
    JSON.stringify({ operation: 'eraseMember', memberId: 'x' }),
    '',
    JSON.stringify({ operation: 'recordPurchase', member: { externalId: 'm-1' }, currency: 'GBP', lines: [] }),
    JSON.stringify({ operation: 'recordPurchase', id: 'p'.repeat(5000) }),
    JSON.stringify({
      operation: 'recordPurchase',
      id: 'p-1',
      member: { externalId: 'm-1' },
      currency: 'GBP',
      lines: [{ sku: 'A', total: 500 }],
    }),
  ];
  const answers = await sendText(lines.join('\r\n'));
  assert.deepEqual(said(answers), [
    '1 201',
    '2 400 malformed',
    '3 400 malformed',
    '4 400 malformed',
    '5 400 malformed',
    '6 400 malformed',
    '7 413 too_large',
    '8 201',
  ]);
  assert.match(answers[3]?.problem?.errors?.[0]?.detail ?? '', /recordPurchase/);
});

test('lines of one member are done in order, of different kinds, and answered in order', async () => {
  const member = { email: 'order@example.com' };
  const mug = { currency: 'GBP', lines: [{ sku: 'MUG', total: 6000 }] };
  const answers = await client.sendBatch({
    body: [
      { operation: 'enrolMember', id: 'order', email: member.email },
      { operation: 'recordPurchase', id: 'o-1', member, ...mug },
      { operation: 'redeemReward', id: 'o-2', member, reward: 'coffee' },
      { operation: 'recordReturn', id: 'o-3', member, purchase: { key: 'o-1' } },
      { operation: 'recordActivity', id: 'o-4', member, activity: 'review' },
      { operation: 'correctPoints', id: 'o-5', member, amount: 7, reason: 'Sorry', actor: 'staff-1' },
    ],
  });
  assert.deepEqual(said(answers), ['1 201', '2 201', '3 201', '4 201', '5 201', '6 201']);
  const { items } = await client.findMember({ email: member.email });
  const { items: statement } = await client.listStatement({ memberId: items[0]?.id ?? '' });
  assert.deepEqual(
    statement.map(({ kind }) => kind),
    ['correction', 'activity', 'return', 'redemption', 'purchase', 'enrolment'],
  );
});

test('a batch sent again changes nothing and says so', async () => {
  const body = Array.from({ length: 300 }, (_, index) => ({
    operation: 'enrolMember' as const,
    id: `again-${index}`,
    externalId: `x-${index}`,
  }));
  const first = await client.sendBatch({ body });
  assert.equal(first.filter(({ status }) => status === 201).length, 300);
  const second = await client.sendBatch({ body });
  assert.ok(second.every(({ replayed }) => replayed === true));
  assert.deepEqual(
    second.map(({ answer }) => answer),
    first.map(({ answer }) => answer),
  );
});

test('each line needs the scope of its own operation', async () => {
  const key = await shop.keyOf(shop.program, ['batch:write', 'members:write']);
  const answers = await sendText(
    '{"operation":"enrolMember","id":"s-1"}\n{"operation":"recordPurchase","id":"s-2"}\n',
    key,
  );
  assert.deepEqual(said(answers), ['1 201', '2 403 scope_missing']);
});

test('a line is answered while the next ones are still to come', async () => {
  const { readable, writable } = new TransformStream();
  const writer = writable.getWriter();
  const line = (id: string) => new TextEncoder().encode(`{"operation":"enrolMember","id":"${id}"}\n`);
  const sent = fetch(`${shop.url}/v1/batch`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${shop.key}`, 'Content-Type': 'application/x-ndjson' },
    body: readable,
    duplex: 'half',
  });
  await writer.write(line('slow-1'));
  const reader = (await sent).body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.match((await reader?.read())?.value ?? '', /"line":1,"id":"slow-1","status":201/);
  await writer.write(line('slow-2'));
  assert.match((await reader?.read())?.value ?? '', /"line":2,"id":"slow-2"/);
  await writer.close();
  assert.equal((await reader?.read())?.done, true);
});
