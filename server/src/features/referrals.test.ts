import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  const referral = 'referral: { referrer: [{ give: { currency: points, amount: 30 } }] }\n';
  const key = await shop.openProgram('friends', `${shopDocument('friends')}${referral}`);
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

test('a code that is nobody’s is refused by name', async () => {
  const answer = await client.exchange('enrolMember', { id: 'nobody', referralCode: 'nobody00' });
  assert.equal(answer.ok ? 'ok' : answer.problem.code, 'unknown_referral_code');
});

test('a friend joins with a member’s code, and the member gets what the program promises', async () => {
  const member = await client.enrolMember({ id: 'member' });
  assert.match(member.referralCode ?? '', /^[0-9a-z]{8}$/);
  assert.equal((await client.getMember({ memberId: member.id })).referralCode, member.referralCode);
  const joining = { id: 'friend', referralCode: (member.referralCode ?? '').toUpperCase() };
  const friend = await client.enrolMember(joining);
  assert.deepEqual(await client.enrolMember(joining), friend);
  assert.equal(await availableSoon(member.id, '30'), '30');
  const [brought] = (await client.listStatement({ memberId: member.id })).items;
  assert.ok(brought?.sentences.includes('A friend was brought.'));
});

test('who lives with the member joins without a referral', async () => {
  const member = await client.enrolMember({ id: 'at home', address: '1 High Street' });
  const code = member.referralCode ?? '';
  const self = await client.enrolMember({ id: 'again', address: '1 High Street', referralCode: code });
  const [joined] = (await client.listStatement({ memberId: self.id })).items;
  assert.deepEqual(
    joined?.sentences.filter((sentence) => sentence.includes('referral')),
    ['The referral could not be honoured: nobody can refer themselves or someone in their own household.'],
  );
});
