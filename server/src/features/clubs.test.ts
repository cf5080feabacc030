import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../testing.ts';

const CLUB = `
clubs:
  plus:
    name: Plus
    plans:
      monthly: { name: { en: the monthly plan, da: månedsabonnementet, sv: månadsabonnemanget, nb: månedsabonnementet }, price: "5.00 GBP", every: P1M }
    refund: if_unused
    rewards: [{ reward: treat, every: P1M, endsWith: period }]
`;

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  const treat = `  treat: { name: { en: a treat, da: en godbid, sv: en godbit, nb: en godbit }, issued: by_rules, voucher: { amount: "2.00 GBP", change: lost } }\n`;
  const key = await shop.openProgram('club-shop', `${shopDocument('club-shop')}${treat}${CLUB}`);
  client = createClient({ url: shop.url, key, retries: 0, fetch: truthfulFetch });
});
after(async () => await shop.close());

test('a club is joined, paid, cancelled and paid back, and a charge is answered once', async () => {
  const { id } = await client.enrolMember({ id: 'member-1' });
  const member = { id };
  const stranger = await client.exchange('cancelClub', { clubId: 'plus', id: 'early', member });
  assert.equal(stranger.ok ? 'ok' : stranger.problem.code, 'not_subscribed');

  const joined = await client.joinClub({ clubId: 'plus', id: 'join-1', member });
  assert.deepEqual(
    { amount: joined.charge?.amount, currency: joined.charge?.currency },
    { amount: 500, currency: 'GBP' },
  );
  const [waiting] = (await client.listMemberships({ memberId: id })).items;
  assert.deepEqual({ state: waiting?.state, benefits: waiting?.benefits }, { state: 'unpaid', benefits: false });
  assert.equal(waiting?.charge?.id, joined.charge?.id);

  const charge = joined.charge?.id ?? '';
  const paid = await client.recordPayment({ id: 'provider-1', charge, outcome: 'succeeded' });
  assert.equal(paid.until, '2026-02-05');
  assert.deepEqual(
    paid.vouchers.map(({ reward, until }) => ({ reward, until })),
    [{ reward: 'treat', until: '2026-02-05' }],
  );
  const again = await client.exchange('recordPayment', { id: 'provider-1', charge, outcome: 'succeeded' });
  assert.deepEqual(again.ok ? again.output : again.problem.code, paid);
  const twice = await client.exchange('recordPayment', { id: 'provider-2', charge, outcome: 'succeeded' });
  assert.equal(twice.ok ? 'ok' : twice.problem.code, 'unknown_charge');

  const cancelled = await client.cancelClub({ clubId: 'plus', id: 'cancel-1', member });
  assert.deepEqual(cancelled.refund, { charge, amount: 500, currency: 'GBP' });
  assert.equal(cancelled.ends, '2026-01-05');
  const [over] = (await client.listMemberships({ memberId: id })).items;
  assert.deepEqual({ state: over?.state, benefits: over?.benefits }, { state: 'over', benefits: false });
});

test('a benefit used leaves nothing to pay back, and an unknown charge is nobody’s', async () => {
  const { id } = await client.enrolMember({ id: 'member-2' });
  const member = { id };
  const { charge } = await client.joinClub({ clubId: 'plus', id: 'join-2', member });
  await client.recordPayment({ id: 'provider-3', charge: charge?.id ?? '', outcome: 'succeeded' });
  await client.useBenefit({ clubId: 'plus', id: 'film-1', member, benefit: 'film' });
  const cancelled = await client.cancelClub({ clubId: 'plus', id: 'cancel-2', member });
  assert.equal(cancelled.refund, undefined);
  assert.equal(cancelled.ends, '2026-02-05');
  for (const unknown of ['nothing', `${id}-9`, 'nobody00nobody00-2-1']) {
    const answer = await client.exchange('recordPayment', { id: `p-${unknown}`, charge: unknown, outcome: 'failed' });
    assert.equal(answer.ok ? 'ok' : answer.problem.code, 'unknown_charge', unknown);
  }
});

test('a birthday that is known is changed by staff only', async () => {
  const { id: memberId, birthday } = await client.enrolMember({ id: 'member-3', birthday: '02-29' });
  assert.equal(birthday, '02-29');
  const changed = await client.exchange('changeMember', { memberId, id: 'change-1', birthday: '06-01' });
  assert.equal(changed.ok ? 'ok' : changed.problem.code, 'birthday_locked');
  const byStaff = await client.changeMember({ memberId, id: 'change-2', birthday: '06-01', byStaff: true });
  assert.equal(byStaff.birthday, '06-01');
});
