import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Output } from '@trofast/contract';
import { type Client, createClient, ProblemError } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';

let shop: Shop;
let sports: Client;
let rituals: Client;
before(async () => {
  shop = await openShop();
  const open = async (name: string) => {
    const document = new URL(`../../../programs/${name}/program.yaml`, import.meta.url);
    const key = await shop.openProgram(name, readFileSync(document, 'utf8'));
    return createClient({ url: shop.url, key, fetch: truthfulFetch });
  };
  sports = await open('sports-lists');
  rituals = await open('rituals');
});
after(async () => await shop.close());

type Purchase = Extract<Output<'recordPurchase'>, { id: string }>;

const ball = { currency: 'NOK', lines: [{ sku: 'BALL', categories: ['balls'], total: 30000 }] };

test('a list that the program does not have is refused, when joining and later', async () => {
  const unknown = (error: unknown) => error instanceof ProblemError && error.problem.code === 'unknown_list';
  await assert.rejects(sports.enrolMember({ id: 'lost', lists: [{ list: 'clubb' }] }), unknown);
  const { id } = await sports.enrolMember({ id: 'found' });
  await assert.rejects(sports.changeMember({ memberId: id, lists: [{ list: 'clubb' }] }), unknown);
  await assert.rejects(sports.changeMember({ memberId: id, leaves: ['clubb'] }), unknown);
});

test('who is on a list gets its price, and who leaves it does not', async () => {
  const enrolled = await sports.enrolMember({ id: 'listed', lists: [{ list: 'staff', through: '2026-01-31' }] });
  const { id } = enrolled;
  assert.deepEqual(enrolled.lists, [{ list: 'staff', from: '2026-01-05', through: '2026-01-31' }]);
  const { money } = (await sports.recordPurchase({ id: 'ball', member: { id }, ...ball })) as Purchase;
  assert.deepEqual(money, {
    currency: 'NOK',
    total: 30000,
    discounts: 9000,
    vouchers: 0,
    points: 0,
    toPay: 21000,
    lines: [
      { line: 0, sku: 'BALL', regular: 30000, discounts: [{ rule: 'staff-everything', amount: 9000 }], price: 21000 },
    ],
  });
  const left = await sports.changeMember({ memberId: id, leaves: ['staff'] });
  assert.deepEqual(left.lists ?? [], []);
  const quoted = await sports.quotePurchase({ member: { id }, ...ball });
  assert.equal(quoted.money.toPay, 30000);
  assert.equal(quoted.money.lines, undefined);
  const { money: refund } = await sports.recordReturn({ purchase: { key: 'ball' }, member: { id } });
  assert.equal(refund.refund, 21000);
});

test('a discount whose conditions do not hold is refused when asked for, and a report loses that part', async () => {
  const { id } = await sports.enrolMember({ id: 'both', lists: [{ list: 'staff' }] });
  const asked = { member: { id }, ...ball, rules: ['staff-everything', 'club-balls'] };
  await assert.rejects(
    sports.quotePurchase(asked),
    (error) => error instanceof ProblemError && error.problem.code === 'condition_not_met',
  );
  const { money, declined } = (await sports.recordPurchase({ id: 'both', ...asked })) as Purchase;
  assert.equal(money.toPay, 21000);
  assert.deepEqual(declined, [{ rule: 'club-balls', reason: 'condition_not_met' }]);
});

const soap = (total: number) => ({ currency: 'EUR', lines: [{ sku: 'SOAP', total }] });

test('a quote says what is missing for a gift and for free delivery', async () => {
  const { id } = await rituals.enrolMember({ id: 'short', market: 'NL' });
  const { money, toGo } = await rituals.quotePurchase({ member: { id }, ...soap(3495), delivery: 'standard' });
  assert.deepEqual(toGo, [
    { rule: 'gift', missing: 505 },
    { rule: 'free-delivery', missing: 5 },
  ]);
  assert.deepEqual(money.delivery, { way: 'standard', rule: 'delivery', fee: 495 });
  assert.equal(money.toPay, 3990);
});

test('a gift that is kept is deducted from the refund, and paid out when it comes back', async () => {
  const { id } = await rituals.enrolMember({ id: 'gifted', market: 'NL' });
  const lines = [
    { sku: 'CANDLE', total: 2800 },
    { sku: 'SOAP', total: 1200 },
  ];
  const bought = (await rituals.recordPurchase({ id: 'g-1', member: { id }, currency: 'EUR', lines })) as Purchase;
  assert.deepEqual(bought.money.gifts, [{ line: 2, rule: 'gift', gift: 'mini_cream', sku: 'MINI-CREAM', worth: 650 }]);
  const back = async (sku: string) =>
    (await rituals.recordReturn({ purchase: { id: bought.id }, lines: [{ sku }] })).money;
  const kept = await back('SOAP');
  assert.equal(kept.refund, 550);
  assert.deepEqual(kept.deducted, [{ line: 2, sku: 'MINI-CREAM', amount: 650 }]);
  const later = await back('MINI-CREAM');
  assert.equal(later.refund, 650);
  assert.deepEqual(later.deducted, [{ line: 2, sku: 'MINI-CREAM', amount: -650 }]);
});

test('of a gift of which there is one, of twenty buyers at once exactly one gets it', async () => {
  await rituals.moveClock({ programId: 'rituals', time: '2027-01-03T09:00:00Z' });
  const buyers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => rituals.enrolMember({ id: `buyer-${index}`, market: 'NL' })),
  );
  const bought = await Promise.all(
    buyers.map(
      async ({ id }, index) =>
        (await rituals.recordPurchase({ id: `s-${index}`, member: { id }, ...soap(5000) })) as Purchase,
    ),
  );
  const soaps = bought.filter(({ money }) => money.gifts?.some(({ gift }) => gift === 'new_year_soap'));
  const declined = bought.filter((one) => one.declined?.some(({ reason }) => reason === 'reward_out_of_stock'));
  assert.deepEqual([soaps.length, declined.length], [1, 19]);
});

test('a combination that does not go together is refused with what is better', async () => {
  await sports.moveClock({ programId: 'sports-lists', time: '2026-09-01T09:00:00Z' });
  const { id } = await sports.enrolMember({ id: 'two', lists: [{ list: 'staff' }, { list: 'club_torshov' }] });
  const asked = { member: { id }, ...ball, rules: ['staff-everything', 'club-balls'] };
  await assert.rejects(sports.quotePurchase(asked), (error) => {
    assert.ok(error instanceof ProblemError);
    assert.equal(error.problem.code, 'not_combinable');
    assert.deepEqual(error.problem.details, { rules: 'staff-everything', toPay: 21000, currency: 'NOK' });
    return true;
  });
  const { money } = await sports.quotePurchase({ member: { id }, ...ball, rules: ['club-balls'] });
  assert.equal(money.toPay, 24000);
});

test('the why of a purchase names what was better than a discount that held too', async () => {
  const { id } = await sports.enrolMember({ id: 'three', lists: [{ list: 'staff' }, { list: 'club_torshov' }] });
  const bought = (await sports.recordPurchase({ member: { id }, ...ball })) as Purchase;
  const event = await sports.getEvent({ eventId: bought.id, locale: 'nb' });
  assert.deepEqual(event.reading.set_aside, ['club-balls']);
  assert.ok(event.why.reproduced);
  const told = event.why.rules.map(({ rule, held, declined }) => ({ rule, held, declined }));
  assert.deepEqual(told, [
    { rule: 'club-balls', held: false, declined: 'Noe som er bedre for medlemmet, gjelder i stedet.' },
    { rule: 'runner-shoes', held: false, declined: undefined },
    { rule: 'staff-everything', held: true, declined: undefined },
  ]);
});
