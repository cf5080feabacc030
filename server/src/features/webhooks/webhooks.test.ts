import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';

interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let shop: Shop;
let client: Client;
let receiver: Server;
let url: string;
let status = 204;
const messages: Message[] = [];
before(async () => {
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    messages.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  shop = await openShop({ privateWebhooks: true });
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
});
after(async () => {
  await shop.close();
  receiver.close();
});

async function until(isSo: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isSo()) return;
    await wait(100);
  }
  assert.fail('It did not happen within 30 seconds');
}

test('an address in a private network is refused, unless the operator allows it', async () => {
  const strict = await openShop();
  try {
    const careful = createClient({ url: strict.url, key: strict.key, fetch: truthfulFetch });
    const refused = await careful.exchange('createWebhook', { name: 'w', url });
    assert.equal(refused.ok ? 'ok' : refused.problem.code, 'address_not_allowed');
    assert.ok((await careful.createWebhook({ name: 'w', url: 'https://shop.example.com/hook' })).secret);
  } finally {
    await strict.close();
  }
});

test('an event reaches who wants its kind, signed, once, with nothing personal in it', async () => {
  await client.enrolMember({ id: 'before' });
  const { id, secret } = await client.createWebhook({ name: 'till system', url, kinds: ['purchase'] });
  const { id: member } = await client.enrolMember({ id: 'a', name: 'First Customer', email: 'member@example.com' });
  await client.recordPurchase({
    id: 'r-1',
    member: { id: member },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 1_000 }],
  });
  await until(() => messages.length > 0);
  await until(async () => (await client.listWebhooks()).items[0]?.waiting === 0);
  assert.equal(messages.length, 1);
  const { headers, body } = messages[0] ?? { headers: {}, body: '' };
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  assert.equal(headers['webhook-signature'], `v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  const event = JSON.parse(body);
  assert.deepEqual([event.specversion, event.type, event.data.points.points.earned], ['1.0', 'trofast.purchase', '10']);
  assert.ok(!body.includes('First Customer') && !body.includes('member@example.com'));
  const [delivery] = (await client.listDeliveries({ webhookId: id })).items;
  assert.deepEqual([delivery?.state, delivery?.attempts, delivery?.status], ['delivered', 1, 204]);
});

test('what is not taken waits to be tried again, and can be sent again by hand', async () => {
  const [webhook] = (await client.listWebhooks()).items;
  const webhookId = webhook?.id ?? '';
  const { items: known } = await client.searchMembers({ text: 'first' });
  status = 500;
  await client.recordPurchase({
    id: 'r-2',
    member: { id: known[0]?.id ?? '' },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 2_000 }],
  });
  await until(async () => (await client.listDeliveries({ webhookId, state: 'waiting' })).items[0]?.attempts === 1);
  const [waiting] = (await client.listDeliveries({ webhookId, state: 'waiting' })).items;
  assert.deepEqual([waiting?.status, waiting?.problem], [500, 'It answered 500.']);
  status = 204;
  await client.resendDelivery({ webhookId, deliveryId: waiting?.id ?? '' });
  await until(async () => (await client.listDeliveries({ webhookId, state: 'waiting' })).items.length === 0);
  assert.equal(messages.at(-1)?.headers['webhook-id'], waiting?.id);
  const page = await client.listDeliveries({ webhookId, limit: 1 });
  const rest = await client.listDeliveries({ webhookId, cursor: page.next ?? '' });
  assert.deepEqual([page.items.length, rest.items.length], [1, 1]);
});

test('who answers that it is gone is asked no more', async () => {
  const [webhook] = (await client.listWebhooks()).items;
  const webhookId = webhook?.id ?? '';
  const [delivery] = (await client.listDeliveries({ webhookId })).items;
  status = 410;
  await client.resendDelivery({ webhookId, deliveryId: delivery?.id ?? '' });
  await until(async () => (await client.listWebhooks()).items[0]?.isActive === false);
  assert.equal((await client.listWebhooks()).items[0]?.failed, 1);
});

test('a webhook has its own secret, which can be renewed, and goes with its deliveries', async () => {
  const [webhook] = (await client.listWebhooks()).items;
  const webhookId = webhook?.id ?? '';
  const renewed = await client.renewWebhookSecret({ webhookId });
  assert.match(renewed.secret, /^whsec_/);
  assert.ok(!JSON.stringify(await client.listWebhooks()).includes(renewed.secret));
  const changed = await client.changeWebhook({ webhookId, name: 'other', isActive: false });
  assert.deepEqual([changed.name, changed.isActive], ['other', false]);
  await client.deleteWebhook({ webhookId });
  const gone = await client.exchange('listDeliveries', { webhookId });
  assert.equal(gone.ok ? 'ok' : gone.problem.code, 'unknown_webhook');
});
