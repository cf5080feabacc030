import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Output } from '@trofast/contract';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';

let shop: Shop;
let client: Client;
before(async () => {
  shop = await openShop();
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
});
after(async () => await shop.close());

const pounds = (amount: number, sku = 'LAMP') => ({ currency: 'GBP', lines: [{ sku, total: amount * 100 }] });

type Purchase = Extract<Output<'recordPurchase'>, { id: string }>;

async function buy(memberId: string, amount: number, id: string): Promise<Purchase> {
  return (await client.recordPurchase({ id, member: { id: memberId }, ...pounds(amount) })) as Purchase;
}

test('a purchase answers both sides: points by rule, and what is to pay', async () => {
  const { id } = await client.enrolMember({ id: 'both-sides', email: 'both@example.com' });
  const { points, balances, money, member } = (await client.recordPurchase({
    id: 'b-1',
    member: { email: 'BOTH@example.com' },
    currency: 'GBP',
    lines: [
      { sku: 'MUG', total: 1999, quantity: 2 },
      { sku: 'JAR', total: 850, quantity: '0.5' },
    ],
    charges: [{ kind: 'shipping', amount: 300 }],
    adjustments: [{ amount: 100, reason: 'scratch', lines: [0] }],
  })) as Purchase;
  assert.equal(member, id);
  assert.equal(points.points?.earned, '27');
  assert.deepEqual(points.points?.rules, [{ rule: 'earn', earned: '27' }]);
  assert.deepEqual(points.points?.lots, [{ lot: '2.1', amount: '27', from: '2026-01-05', until: '2027-02-01' }]);
  assert.deepEqual(balances, { points: { available: '27', pending: '0', held: '0', debt: '0' } });
  assert.deepEqual(money, { currency: 'GBP', total: 3149, discounts: 100, vouchers: 0, points: 0, toPay: 3049 });
});

test('what was paid may differ from our price: it is recorded and said', async () => {
  const { id } = await client.enrolMember({ id: 'difference' });
  const tenders = [{ kind: 'cash', amount: 900 }];
  const { money } = (await client.recordPurchase({ member: { id }, ...pounds(10), tenders })) as Purchase;
  assert.deepEqual(money.difference, { ours: 1000, paid: 900 });
});

test('a quote records nothing and says what the purchase then does', async () => {
  const { id } = await client.enrolMember({ id: 'quoted' });
  await buy(id, 480, 'q-1');
  const before = await client.listStatement({ memberId: id });
  const quoted = await client.quotePurchase({ member: { id }, ...pounds(60) });
  assert.deepEqual(await client.listStatement({ memberId: id }), before);
  assert.deepEqual(
    quoted.levels.map(({ to }) => to),
    ['plus'],
  );

  const { points, levels, balances, money } = await buy(id, 60, 'q-2');
  assert.deepEqual(
    { levels, balances, money },
    { levels: quoted.levels, balances: quoted.balances, money: quoted.money },
  );
  assert.equal(points.points?.earned, quoted.points.points?.earned);
});

test('held points are captured in part, the rest goes back; a hold ends once', async () => {
  const { id } = await client.enrolMember({ id: 'holder' });
  await buy(id, 100, 'h-1');
  const { holdId, until } = await client.holdPoints({ id: 'hold-1', member: { id }, amount: 60 });
  assert.equal(until, '2026-01-12T09:00:00Z');
  assert.equal((await client.getBalance({ memberId: id })).balances.points?.held, '60');

  const captured = await client.captureHold({ holdId, id: 'capture-1', amount: '45' });
  assert.equal(captured.points.points?.captured, '45');
  assert.equal(captured.points.points?.released, '15');
  assert.equal(captured.balances.points?.available, '55');
  assert.equal((await client.exchange('captureHold', { holdId, id: 'capture-1', amount: '45' })).replayed, true);
  assert.equal((await client.exchange('releaseHold', { holdId })).status, 409);
});

test('a purchase captures a hold and uses a voucher by its code, and pays less', async () => {
  const { id } = await client.enrolMember({ id: 'payer' });
  await buy(id, 200, 'pay-1');
  const { holdId } = await client.holdPoints({ member: { id }, amount: 100 });
  const { vouchers } = await client.redeemReward({ member: { id }, reward: 'coffee' });
  const bought = (await client.recordPurchase({
    member: { id },
    ...pounds(10),
    vouchers: [vouchers[0]?.code ?? ''],
    holds: [holdId],
  })) as Purchase;
  assert.deepEqual(bought.money, {
    currency: 'GBP',
    total: 1000,
    discounts: 0,
    vouchers: 300,
    points: 100,
    toPay: 600,
  });
  assert.deepEqual(
    bought.vouchers.map(({ change, value }) => [change, value]),
    [['used', 300]],
  );
  assert.equal(bought.notHonoured, undefined);

  const late = { id: 'late', member: { id }, ...pounds(10), vouchers: [vouchers[0]?.code ?? ''] };
  const reported = (await client.recordPurchase(late)) as Purchase;
  assert.deepEqual(
    reported.notHonoured?.map(({ reason }) => reason),
    ['voucher_used'],
  );
  const strict = await client.exchange('recordPurchase', { ...late, id: 'strict', strict: true });
  assert.equal(strict.status, 409);
});

test('a return in part takes back its part of the points and says what to refund, line by line', async () => {
  const { id } = await client.enrolMember({ id: 'returner', cards: ['4711'] });
  await client.recordPurchase({
    id: 'r-1',
    member: { card: '4711' },
    currency: 'GBP',
    lines: [
      { sku: 'MUG', total: 4000, quantity: 4 },
      { sku: 'JAR', total: 1000 },
    ],
  });
  const part = await client.recordReturn({
    id: 'back-1',
    member: { card: '4711' },
    purchase: { key: 'r-1' },
    lines: [{ sku: 'MUG', quantity: 1 }],
  });
  assert.equal(part.points.points?.takenBack, '10');
  assert.deepEqual(part.money, {
    currency: 'GBP',
    refund: 1000,
    lines: [{ line: 0, sku: 'MUG', quantity: '1', amount: 1000 }],
  });

  const rest = await client.recordReturn({ id: 'back-2', purchase: { id: part.purchaseId } });
  assert.equal(rest.money.refund, 4000);
  assert.deepEqual((await client.getBalance({ memberId: id })).balances.points, {
    available: '0',
    pending: '0',
    held: '0',
    debt: '0',
  });
  assert.equal((await client.exchange('recordReturn', { purchase: { id: part.purchaseId } })).status, 409);
});

test('a return of spent points leaves a debt, and the next purchase repays it', async () => {
  const { id } = await client.enrolMember({ id: 'debtor' });
  const { id: bought } = await buy(id, 60, 'd-1');
  const { vouchers } = await client.redeemReward({ member: { id }, reward: 'coffee' });
  await client.useVoucher({ code: vouchers[0]?.code ?? '' });
  const { points, balances } = await client.recordReturn({ purchase: { id: bought } });
  assert.equal(points.points?.newDebt, '50');
  assert.equal(balances.points?.debt, '50');
  assert.equal((await buy(id, 70, 'd-2')).points.points?.debtRepaid, '50');
});

test('a voucher is checked, used in parts, and a use undone brings its value back', async () => {
  const { id } = await client.enrolMember({ id: 'voucher' });
  await buy(id, 50, 'v-1');
  const { vouchers } = await client.redeemReward({ member: { id }, reward: 'coffee' });
  const code = vouchers[0]?.code ?? '';
  const { id: use } = await client.useVoucher({ code, amount: 120 });
  const { remaining, state, until, name } = await client.checkVoucher({ code });
  assert.deepEqual(
    { remaining, state, until, name },
    { remaining: 180, state: 'usable', until: '2026-02-04', name: 'a coffee' },
  );

  await client.releaseVoucher({ code, use });
  assert.equal((await client.checkVoucher({ code })).remaining, 300);
  await client.useVoucher({ code });
  assert.equal((await client.checkVoucher({ code })).state, 'used');
  assert.deepEqual((await client.listVouchers({ memberId: id })).items, []);
});

test('a correction has a reason and an author; above the limit a second person approves it', async () => {
  const { id } = await client.enrolMember({ id: 'corrected' });
  const wanted = { id: 'c-1', member: { id }, amount: 500, reason: 'Lost order', actor: 'staff-1' };
  assert.equal((await client.exchange('correctPoints', wanted)).status, 403);
  const { balances } = await client.correctPoints({ ...wanted, id: 'c-2', approvedBy: 'staff-2' });
  assert.equal(balances.points?.available, '500');
  const taken = await client.correctPoints({
    id: 'c-3',
    member: { id },
    amount: -40,
    reason: 'Mistake',
    actor: 'staff-1',
  });
  assert.equal(taken.points.points?.takenBack, '40');
});

test('a receipt without a member is kept, and claimed exactly once', async () => {
  const kept = { id: 'k-1', store: 'soho', receipt: '9001', ...pounds(30) };
  assert.deepEqual(await client.recordPurchase(kept), {
    kind: 'receipt',
    store: 'soho',
    receipt: '9001',
    occurredAt: '2026-01-05T09:00:00Z',
    claimed: false,
  });
  assert.equal((await client.exchange('recordPurchase', kept)).replayed, true);

  const first = await client.enrolMember({ id: 'claimer-1' });
  const second = await client.enrolMember({ id: 'claimer-2' });
  const claim = (memberId: string) => client.exchange('claimReceipt', { memberId, store: 'soho', receipt: '9001' });
  const both = await Promise.all([claim(first.id), claim(second.id)]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409]);
  const earned = await Promise.all([first, second].map(({ id }) => client.getBalance({ memberId: id })));
  assert.deepEqual(earned.map(({ balances }) => balances.points?.available).toSorted(), ['0', '30']);
});

test('the statement goes on page by page, newest first, and ends', async () => {
  const { id } = await client.enrolMember({ id: 'pages' });
  for (const number of [1, 2, 3, 4, 5]) await buy(id, number, `page-${number}`);
  const seen: string[] = [];
  let link: string | null = `/v1/members/${id}/statement?limit=2`;
  while (link !== null) {
    const response: Response = await truthfulFetch(`${shop.url}${link}`, {
      headers: { Authorization: `Bearer ${shop.key}` },
    });
    const page = (await response.json()) as Output<'listStatement'>;
    assert.ok(page.items.length <= 2);
    seen.push(...page.items.map(({ kind, points }) => points.points?.earned ?? kind));
    link = /<(.+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1] ?? null;
  }
  assert.deepEqual(seen, ['5', '4', '3', '2', '1', 'enrolment']);
});

test('the feed gives every event once, whatever the size of its pages', async () => {
  const read = async (limit: number) => {
    const ids: string[] = [];
    let page = await client.readFeed({ limit });
    while (page.items.length > 0) {
      ids.push(...page.items.map(({ id }) => id));
      page = await client.readFeed({ limit, cursor: page.next });
    }
    return { ids, next: page.next };
  };
  const all = await read(200);
  assert.equal(new Set(all.ids).size, all.ids.length);
  assert.deepEqual((await read(7)).ids, all.ids);

  const { id } = await client.enrolMember({ id: 'fed' });
  const fresh = await client.readFeed({ cursor: all.next });
  assert.deepEqual(
    fresh.items.map(({ kind, member }) => [kind, member]),
    [['enrolment', id]],
  );
});

test('an event says why, in the language of the reader', async () => {
  const { id } = await client.enrolMember({ id: 'why' });
  const { id: eventId } = await buy(id, 12, 'why-1');
  const event = await client.getEvent({ eventId, locale: 'da' });
  assert.equal(event.why.reproduced, true);
  assert.deepEqual(
    event.why.rules.map(({ rule, held }) => [rule, held]),
    [['earn', true]],
  );
  assert.match(event.why.rules[0]?.arithmetic ?? '', /12/);
  assert.deepEqual(event.body.lines, [{ sku: 'LAMP', total: 1200 }]);
  const english = await client.getEvent({ eventId });
  assert.notDeepEqual(english.why.consequences, event.why.consequences);
  const header = await client.getEvent({ eventId }, { locale: 'sv-SE, nb;q=0.5' });
  assert.deepEqual(header.why, (await client.getEvent({ eventId, locale: 'sv' })).why);
});

test('lots say when they expire and tiers what is missing', async () => {
  const { id } = await client.enrolMember({ id: 'looker' });
  await buy(id, 480, 'look-1');
  const { items } = await client.listLots({ memberId: id });
  assert.deepEqual(items, [
    {
      lot: '2.1',
      currency: 'points',
      amount: '480',
      state: 'available',
      from: '2026-01-05',
      until: '2027-02-01',
      earned: '2026-01-05',
    },
  ]);
  const [status] = (await client.listTiers({ memberId: id })).items;
  assert.equal(status?.level, 'basic');
  assert.deepEqual(status?.next?.missing, { unit: 'money', amount: 2000, currency: 'GBP' });
  await buy(id, 20, 'look-2');
  assert.equal((await client.listTiers({ memberId: id })).items[0]?.level, 'plus');
});

test('an activity that a rule knows gives its points', async () => {
  const { id } = await client.enrolMember({ id: 'reviewer' });
  const { points } = await client.recordActivity({ member: { id }, activity: 'review' });
  assert.equal(points.points?.earned, '20');
});
