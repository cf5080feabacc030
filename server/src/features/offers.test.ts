import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../testing.ts';

const CHANCES = `
offers:
  spring:
    name: { en: the spring day, da: forårsdagen, sv: vårdagen, nb: vårdagen }
    activation: by_member
    lasts: P1D
    then: [{ discount: { percent: 10 } }]
  own:
    name: { en: ten percent for you, da: ti procent til dig, sv: tio procent till dig, nb: ti prosent til deg }
    activation: by_grant
    uses: 1
    then: [{ discount: { percent: 10 } }]
challenges:
  card:
    name: { en: the stamp card, da: stempelkortet, sv: stämpelkortet, nb: stempelkortet }
    steps: [{ id: visit, name: { en: a visit, da: et besøg, sv: ett besök, nb: et besøk }, counts: purchases, amount: 2 }]
    badge: { en: Regular, da: Stamgæst, sv: Stamgäst, nb: Stamgjest }
`;

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  const key = await shop.openProgram('chances', `${shopDocument('chances')}${CHANCES}`);
  client = createClient({ url: shop.url, key, retries: 0, fetch: truthfulFetch });
});
after(async () => await shop.close());

const basket = { currency: 'GBP', lines: [{ sku: 'MUG', total: 1000 }] };

test('an offer is activated once, counts in the next purchase, and the same key is no second activation', async () => {
  const { id } = await client.enrolMember({ id: 'member-1' });
  const member = { id };
  const unknown = await client.exchange('activateOffer', { offerId: 'sprang', id: 'a0', member });
  assert.equal(unknown.ok ? 'ok' : unknown.problem.code, 'unknown_offer');
  const [waiting] = (await client.listOffers({ memberId: id })).items;
  assert.deepEqual({ offer: waiting?.offer, state: waiting?.state }, { offer: 'spring', state: 'to_activate' });
  assert.match(waiting?.sentence ?? '', /10% off everything/);

  const done = await client.activateOffer({ offerId: 'spring', id: 'a1', member });
  assert.match(done.sentences.join(' '), /“the spring day” is open until/);
  assert.equal((await client.activateOffer({ offerId: 'spring', id: 'a1', member })).id, done.id);
  const twice = await client.exchange('activateOffer', { offerId: 'spring', id: 'a2', member });
  assert.equal(twice.ok ? 'ok' : twice.problem.code, 'already_activated');
  const bought = await client.recordPurchase({ id: 'p1', member, ...basket });
  assert.equal('money' in bought && bought.money.toPay, 900);
});

test('an offer of one’s own counts with its code only, and is gone when it is withdrawn', async () => {
  const { id } = await client.enrolMember({ id: 'member-2' });
  const member = { id };
  await client.grantOffer({ offerId: 'own', id: 'g1', member, code: 'FOR-YOU' });
  const [, mine] = (await client.listOffers({ memberId: id })).items;
  assert.deepEqual(
    { state: mine?.state, code: mine?.code, uses: mine?.usesLeft },
    { state: 'open', code: 'FOR-YOU', uses: 1 },
  );
  assert.equal((await client.quotePurchase({ member, ...basket })).money.toPay, 1000);
  assert.equal((await client.quotePurchase({ member, ...basket, codes: ['FOR-YOU'] })).money.toPay, 900);
  await client.withdrawOffer({ offerId: 'own', id: 'w1', member });
  assert.equal((await client.quotePurchase({ member, ...basket, codes: ['FOR-YOU'] })).money.toPay, 1000);
  const again = await client.exchange('withdrawOffer', { offerId: 'own', id: 'w2', member });
  assert.equal(again.ok ? 'ok' : again.problem.code, 'offer_closed');
});

test('progress of a challenge is there to be seen, and the badge when it is done', async () => {
  const { id } = await client.enrolMember({ id: 'member-3' });
  const member = { id };
  await client.recordPurchase({ id: 'c1', member, ...basket });
  const [half] = (await client.listChallenges({ memberId: id })).items;
  assert.deepEqual(
    half?.steps.map(({ missing }) => missing),
    [{ unit: 'times', amount: 1 }],
  );
  assert.deepEqual({ done: half?.done, badge: half?.badge }, { done: 0, badge: undefined });
  await client.recordPurchase({ id: 'c2', member, ...basket });
  const [whole] = (await client.listChallenges({ memberId: id })).items;
  assert.deepEqual({ done: whole?.done, badge: whole?.badge }, { done: 1, badge: 'Regular' });
});
