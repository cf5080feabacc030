import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
});
after(async () => await shop.close());

const mug = { currency: 'GBP', lines: [{ sku: 'MUG', total: 1999 }] };
const fifty = Array.from({ length: 50 });

test('a write without a key is refused, because sent twice it would count twice', async () => {
  const send = (headers: Record<string, string>, body: object) =>
    truthfulFetch(`${shop.url}/v1/purchases`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${shop.key}`, 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ member: { card: '1' }, ...mug, ...body }),
    });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
  assert.equal(await codeOf(await send({}, {})), 'key_missing');
  assert.equal(await codeOf(await send({ 'Idempotency-Key': 'a' }, { id: 'b' })), 'malformed');
  assert.equal(await codeOf(await send({ 'Idempotency-Key': 'a' }, {})), 'unknown_member');
  assert.equal(await codeOf(await send({}, { id: 'a' })), 'unknown_member');
});

test('the same enrolment sent fifty times at once is one member and fifty equal answers', async () => {
  const input = { id: 'fifty', email: 'fifty@example.com', name: 'Fifty', cards: ['5050'] };
  const answers = await Promise.all(fifty.map(() => client.exchange('enrolMember', input)));
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.output))).size, 1);
  assert.equal(answers.filter(({ replayed }) => !replayed).length, 1);
  assert.equal((await client.findMember({ card: '5050' })).items.length, 1);
});

test('the same purchase sent fifty times at once earns once and gets fifty equal answers', async () => {
  const { id } = await client.enrolMember({ id: 'buyer' });
  const input = { id: 'receipt-1', member: { id }, ...mug };
  const answers = await Promise.all(fifty.map(() => client.exchange('recordPurchase', input)));
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.output))).size, 1);
  assert.equal(answers.filter(({ replayed }) => !replayed).length, 1);
  const { balances } = await client.getBalance({ memberId: id });
  assert.equal(balances.points?.available, '19');
});

test('an answer to a repeated key is the first one, whatever has happened since', async () => {
  const { id } = await client.enrolMember({ id: 'again', name: 'Before' });
  const input = { id: 'receipt-2', member: { id }, ...mug };
  const first = await client.recordPurchase(input);
  await client.recordPurchase({ ...input, id: 'receipt-3' });
  await client.changeMember({ memberId: id, name: 'After' });
  assert.deepEqual(await client.recordPurchase(input), first);
  assert.equal((await client.enrolMember({ id: 'again', name: 'Before' })).name, 'Before');
});

test('a key that comes with another body is refused', async () => {
  const { id } = await client.enrolMember({ id: 'reuser' });
  await client.recordPurchase({ id: 'receipt-4', member: { id }, ...mug });
  const answer = await client.exchange('recordPurchase', {
    id: 'receipt-4',
    member: { id },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 2000 }],
  });
  assert.equal(answer.ok ? 'ok' : answer.problem.code, 'key_reused');
  assert.equal(answer.status, 422);
});

test('a key belongs to one operation: a purchase and a correction may share it', async () => {
  const { id } = await client.enrolMember({ id: 'sharer' });
  await client.recordPurchase({ id: 'same', member: { id }, ...mug });
  const { kind } = await client.correctPoints({
    id: 'same',
    member: { id },
    amount: 5,
    reason: 'Sorry',
    actor: 'staff-1',
  });
  assert.equal(kind, 'correction');
});

test('a change of a member sent again is done once, and a refused request stays refused', async () => {
  const { id } = await client.enrolMember({ id: 'changer', email: 'old@example.com' });
  const change = { id: 'change-1', memberId: id, email: 'new@example.com' };
  await client.changeMember(change);
  assert.equal((await client.exchange('changeMember', change)).replayed, true);

  const wish = { id: 'wish-1', member: { id }, reward: 'coffee' };
  const refused = async () => {
    const answer = await client.exchange('redeemReward', wish);
    return answer.ok ? 'ok' : answer.problem.code;
  };
  assert.equal(await refused(), 'insufficient_points');
  await client.recordPurchase({ member: { id }, currency: 'GBP', lines: [{ sku: 'LAMP', total: 9900 }] });
  assert.equal(await refused(), 'insufficient_points');
});

test('two tills spend the same points at the same moment: one of them succeeds', async () => {
  const { id } = await client.enrolMember({ id: 'spender' });
  await client.recordPurchase({ member: { id }, currency: 'GBP', lines: [{ sku: 'LAMP', total: 5000 }] });
  const both = await Promise.all(
    ['till-1', 'till-2'].map((key) => client.exchange('redeemReward', { id: key, member: { id }, reward: 'coffee' })),
  );
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409]);
});
