import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  const key = await shop.openProgram('twice', shopDocument('twice'));
  client = createClient({ url: shop.url, key, retries: 0, fetch: truthfulFetch });
});
after(async () => await shop.close());

async function availableSoon(memberId: string, wanted: string): Promise<string | undefined> {
  for (let tries = 0; ; tries += 1) {
    const available = (await client.getBalance({ memberId })).balances.points?.available;
    if (available === wanted || tries > 100) return available;
    await wait(100);
  }
}

test('two memberships of one person become one, and the old id, phone and receipts find it', async () => {
  const kept = await client.enrolMember({ id: 'kept', email: 'member@example.com', name: 'First Customer' });
  const again = await client.enrolMember({ id: 'again', phone: '+4512345678', cards: ['7788'] });
  const buy = (id: string, member: string, total: number) =>
    client.recordPurchase({ id, member: { id: member }, currency: 'GBP', lines: [{ sku: 'A', total }] });
  await buy('k1', kept.id, 6000);
  await buy('a1', again.id, 4000);

  const asked = { id: 'merge-1', memberId: again.id, into: { email: 'member@example.com' } };
  const merged = await client.mergeMembers(asked);
  assert.deepEqual(merged.sentences, ['Merged into another membership of the same person.']);
  assert.deepEqual(await client.mergeMembers(asked), merged);
  assert.equal(await availableSoon(kept.id, '100'), '100');

  const found = await client.getMember({ memberId: again.id });
  assert.deepEqual(
    [found.id, found.phone, found.name, found.cards],
    [kept.id, '+4512345678', 'First Customer', ['7788']],
  );
  const [byPhone] = (await client.findMember({ phone: '+45 12 34 56 78' })).items;
  assert.equal(byPhone?.id, kept.id);
  const late = await buy('a2', again.id, 1000);
  assert.equal('accountId' in late && late.accountId, kept.accountId);
  const back = await client.recordReturn({ id: 'r1', member: { card: '7788' }, purchase: { key: 'a1' } });
  assert.deepEqual(back.points.points, { takenBack: '40' });
  assert.equal(await availableSoon(kept.id, '70'), '70');
});

test('a membership cannot be merged into itself, into nobody, or twice', async () => {
  const [one, other] = await Promise.all([client.enrolMember({ id: 'one' }), client.enrolMember({ id: 'other' })]);
  const codeOf = async (id: string, into: string) => {
    const answer = await client.exchange('mergeMembers', { id, memberId: one.id, into: { id: into } });
    return answer.ok ? 'ok' : answer.problem.code;
  };
  assert.equal(await codeOf('1', one.id), 'malformed');
  assert.equal(await codeOf('2', 'nobody00nobody00-1'), 'unknown_member');
  assert.equal(await codeOf('3', other.id), 'ok');
  assert.equal(await codeOf('4', other.id), 'member_merged');
});
