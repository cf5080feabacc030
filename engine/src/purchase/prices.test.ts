import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unopened } from '../account.ts';
import { readProgram } from '../document/read-program.ts';
import type { Event, Purchase, Return } from '../event.ts';
import { fold } from '../evolve.ts';
import type { FactName, FactOf } from '../facts.ts';
import type { Programs } from '../program.ts';
import { quote } from '../views/quote.ts';
import { why } from '../views/why.ts';
import { enter, evidenceOf, openWorld } from '../world/world.ts';

/** A shop with one program rule after the other; money in whole pence. */
function shop(rules: string, parts = '') {
  const text = `program:
  id: shop
  name: Shop
  languages: [en]
  markets: { UK: { name: Britain, currency: GBP, zone: Europe/London } }
  returns: { within: P90D }
  late: { within: P90D, restore: false }
products:
  tea: { name: tea, categories: [tea] }
  regular: { name: what is not on sale, not: { attributes: { price: [sale] } } }
bases:
  all: { name: everything, after: [discounts, vouchers], tax: included }
currencies:
  points:
    name: { one: point, other: points }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    expires: never
    overdrawn: debt
gifts:
  spoon: { name: a spoon, sku: SPOON, worth: 3 }
  cup: { name: a cup, sku: CUP, worth: 5, stock: 1 }
rewards:
  five:
    name: five pounds
    issued: by_rules
    voucher: { amount: 5, change: lost, minimum: 20, combines: false }
  two:
    name: two pounds
    issued: by_rules
    voucher: { amount: 2, change: lost }
${parts}rules:
  - { id: welcome, on: enrolment, then: [{ issue: { reward: five } }, { issue: { reward: two } }] }
${rules}`;
  const read = readProgram(text);
  assert.ok('program' in read, JSON.stringify(read));
  const programs: Programs = { id: 'shop', versions: [{ number: 1, from: 0, program: read.program }] };
  const world = openWorld(programs);
  let time = Date.parse('2026-01-05T12:00:00Z');
  const eventOf = (kind: Event['kind'], body: object): Event => {
    time += 60_000;
    return { id: `e${time}`, kind, at: time, occurredAt: time, member: 'anna', body } as Event;
  };
  enter(world, 'anna', eventOf('enrolment', { market: 'UK' }));
  const account = () => world.accounts.get('anna') ?? unopened('anna');
  const voucher = (reward: string) =>
    Object.entries(account().vouchers).find(([, open]) => open.reward === reward)?.[0] ?? reward;
  const buy = (body: Partial<Purchase>) => {
    const event = eventOf('purchase', { currency: 'GBP', lines: [], ...body });
    const quoted = quote(programs, account(), event, evidenceOf(world, 'anna', event));
    const { recorded, refusal } = enter(world, 'anna', event);
    return { id: event.id, quoted, refusal, recorded: recorded.at(-1), toPay: 'toPay' in quoted ? quoted.toPay : -1 };
  };
  const giveBack = (body: Return) => enter(world, 'anna', eventOf('return', body));
  return { programs, world, account, voucher, buy, giveBack };
}

const tea = (total: number, more: object = {}) => ({ sku: 'TEA', categories: ['tea'], total, ...more });
const pot = (total: number, more: object = {}) => ({ sku: 'POT', total, ...more });

type Recorded = NonNullable<ReturnType<ReturnType<typeof shop>['buy']>['recorded']>;
function factsOf<Name extends FactName>(recorded: Recorded | undefined, name: Name): readonly FactOf<Name>[] {
  return (recorded?.facts ?? []).filter((fact): fact is FactOf<Name> => fact.fact === name);
}

const rule = (id: string, then: string, more = '') => `  - { id: ${id}, on: purchase, then: [${then}]${more} }\n`;

test('a discount rounds each line by itself, halves up, and only on its products', () => {
  const { buy } = shop(rule('ten', '{ discount: { percent: 10, products: tea } }'));
  assert.equal(buy({ lines: [tea(1295), pot(1000)] }).toPay, 1295 - 130 + 1000);
});

test('what is on sale is left out by a product group', () => {
  const { buy } = shop(rule('ten', '{ discount: { percent: 10, products: regular } }'));
  assert.equal(buy({ lines: [pot(1000), pot(1000, { attributes: { price: 'sale' } })] }).toPay, 1900);
});

test('an amount off counts for each unit, for the dearest ones where units are limited, and never below nothing', () => {
  const each = shop(rule('off', '{ discount: { amount: 1, products: tea } }'));
  assert.equal(each.buy({ lines: [tea(900, { quantity: 3 }), tea(50)] }).toPay, 600);
  const once = shop(rule('cup', '{ discount: { amount: 0.10, units: 1 } }'));
  assert.equal(once.buy({ lines: [pot(460), tea(300)] }).toPay, 750);
  const half = shop(rule('half', '{ discount: { percent: 50, units: 2 } }'));
  assert.equal(half.buy({ lines: [pot(1000), tea(1800, { quantity: 3 })] }).toPay, 500 + 1500);
});

test('a member price counts only where it is the lower one', () => {
  const { buy } = shop(rule('list', '{ discount: { price: 4, products: tea } }'));
  assert.equal(buy({ lines: [tea(1000, { quantity: 2 })] }).toPay, 800);
  assert.equal(buy({ lines: [tea(700, { quantity: 2 })] }).toPay, 700);
});

test('a discount ends at its most, shared over the lines', () => {
  const { buy } = shop(rule('half', '{ discount: { percent: 50, atMost: 3 } }'));
  const { toPay, recorded } = buy({ lines: [pot(1000), tea(500)] });
  assert.equal(toPay, 1200);
  assert.deepEqual(factsOf(recorded, 'discount_given')[0]?.lines, [
    { line: 0, amount: 200 },
    { line: 1, amount: 100 },
  ]);
});

test('of one group each line gets the best, and what gives nothing is not used', () => {
  const { buy } = shop(
    rule('tea', '{ discount: { percent: 20, products: tea } }', ', group: lists') +
      rule('all', '{ discount: { percent: 10 } }', ', group: lists') +
      rule('little', '{ discount: { percent: 5 } }', ', group: lists, limit: { times: 1, over: forever }'),
  );
  const { toPay, recorded } = buy({ lines: [tea(1000), pot(1000)] });
  assert.equal(toPay, 1700);
  assert.deepEqual(recorded?.rules, ['tea', 'all']);
  assert.deepEqual(factsOf(recorded, 'counter_changed'), []);
});

test('discounts of several rules add up, but never beyond the price', () => {
  const { buy } = shop(rule('a', '{ discount: { percent: 60 } }') + rule('b', '{ discount: { percent: 60 } }'));
  assert.equal(buy({ lines: [pot(1000)] }).toPay, 0);
});

test('a threshold of a discount looks at the regular price, one of a gift at what is left', () => {
  const when = (amount: number) => `, when: [{ spend_at_least: { base: all, amount: ${amount} } }]`;
  const { buy } = shop(
    rule('ten', '{ discount: { percent: 10 } }', when(20)) + rule('gift', '{ gift: { firstOf: [spoon] } }', when(20)),
  );
  const { toPay, recorded, quoted } = buy({ lines: [pot(2000)] });
  assert.equal(toPay, 1800);
  assert.deepEqual(factsOf(recorded, 'gift_given'), []);
  assert.deepEqual('toGo' in quoted ? quoted.toGo : [], [{ rule: 'gift', missing: 200 }]);
});

test('what does not combine is used alone where that is cheaper, and with nothing else', () => {
  const { buy } = shop(
    rule('ten', '{ discount: { percent: 10 } }') +
      rule('gift', '{ gift: { firstOf: [spoon] } }') +
      rule('staff', '{ discount: { percent: 30 } }', ', combines: false'),
  );
  const { toPay, recorded } = buy({ lines: [pot(1000)] });
  assert.equal(toPay, 700);
  assert.deepEqual(recorded?.rules, ['staff']);
  assert.deepEqual(factsOf(recorded, 'gift_given'), []);
});

test('at one price what combines stays, being first', () => {
  const { buy } = shop(
    rule('alone', '{ discount: { percent: 10 } }', ', combines: false') + rule('ten', '{ discount: { percent: 10 } }'),
  );
  assert.deepEqual(buy({ lines: [pot(1000)] }).recorded?.rules, ['ten']);
});

test('a voucher that does not combine is left out where the discount is better: a request is refused, a report keeps it', () => {
  const { buy, voucher, account } = shop(rule('half', '{ discount: { percent: 50 } }'));
  const five = voucher('five');
  const { quoted, recorded } = buy({ lines: [pot(4000)], vouchers: [five] });
  assert.deepEqual(quoted, {
    refused: 'not_combinable',
    details: { rules: 'half', toPay: 2000, currency: 'GBP' },
  });
  assert.deepEqual(
    factsOf(recorded, 'not_honoured').map(({ reason }) => reason),
    ['not_combinable'],
  );
  assert.ok(account().vouchers[five]);
});

test('who names what is wanted gets just that, also where something else is cheaper', () => {
  const { buy, voucher } = shop(rule('half', '{ discount: { percent: 50 } }'));
  assert.equal(buy({ lines: [pot(4000)], vouchers: [voucher('five')], rules: [] }).toPay, 3500);
});

test('two vouchers of which one does not combine are refused together, the better one is named', () => {
  const { buy, voucher } = shop('');
  const vouchers = [voucher('five'), voucher('two')];
  const { quoted } = buy({ lines: [pot(4000)], vouchers });
  assert.deepEqual(quoted, {
    refused: 'not_combinable',
    details: { vouchers: vouchers[0], toPay: 3500, currency: 'GBP' },
  });
});

test('a voucher that cannot be used at all is refused for its own reason', () => {
  const { buy, voucher } = shop(rule('ten', '{ discount: { percent: 10 } }'));
  const { quoted } = buy({ lines: [pot(1000)], vouchers: [voucher('five')] });
  assert.equal('refused' in quoted && quoted.refused, 'minimum_not_met');
});

test('delivery costs the least of what holds, and is no reason for another combination', () => {
  const { buy } = shop(
    rule('fee', '{ delivery: { fee: 4 } }') +
      rule('express', '{ delivery: { fee: 9, ways: [express] } }') +
      rule('half', '{ discount: { percent: 50 } }', ', combines: false') +
      rule(
        'free',
        '{ delivery: { fee: 0, ways: [standard] } }',
        ', when: [{ spend_at_least: { base: all, amount: 10 } }]',
      ),
  );
  assert.equal(buy({ lines: [pot(3000)], delivery: 'standard' }).toPay, 1500);
  assert.equal(buy({ lines: [pot(1800)], delivery: 'standard' }).toPay, 900 + 400);
  assert.equal(buy({ lines: [pot(1800)], delivery: 'express' }).toPay, 900 + 400);
  assert.equal(buy({ lines: [pot(1800)] }).toPay, 900);
});

test('a better gift of a group replaces the lesser one; one that is gone is declined', () => {
  const { buy } = shop(
    rule('small', '{ gift: { firstOf: [spoon] } }', ', group: gifts') +
      rule(
        'large',
        '{ gift: { firstOf: [cup] } }',
        ', group: gifts, when: [{ spend_at_least: { base: all, amount: 50 } }]',
      ),
  );
  assert.deepEqual(
    factsOf(buy({ lines: [pot(5000)] }).recorded, 'gift_given').map(({ gift }) => gift),
    ['cup'],
  );
  const { recorded } = buy({ lines: [pot(5000)] });
  assert.deepEqual(
    factsOf(recorded, 'declined').map(({ reason }) => reason),
    ['reward_out_of_stock'],
  );
  assert.deepEqual(factsOf(recorded, 'gift_given'), []);
});

test('no more is deducted for a kept gift than is paid back; the rest waits', () => {
  const { buy, giveBack } = shop(
    rule('gift', '{ gift: { firstOf: [spoon] } }', ', when: [{ spend_at_least: { base: all, amount: 20 } }]'),
  );
  const { id } = buy({ lines: [pot(1800), tea(200)] });
  const refunds = [{ lines: [{ line: 1 }] }, { lines: [{ line: 0 }] }, {}].map(({ lines }) => {
    const { recorded } = giveBack({ purchase: id, ...(lines && { lines }) });
    return factsOf(recorded.at(-1), 'refund_due')[0]?.amount;
  });
  assert.deepEqual(refunds, [0, 1800 - 100, 300]);
});

test('all parts of a discounted purchase together pay back what was paid, in whatever order they come', () => {
  const { buy, giveBack } = shop(
    rule('odd', '{ discount: { percent: 33 } }') + rule('off', '{ discount: { amount: 0.07 } }'),
  );
  for (const order of [
    [0, 1, 0, 1, 0],
    [1, 0, 0, 1, 0],
  ]) {
    const { id, toPay } = buy({ lines: [pot(1001, { quantity: 3 }), tea(777, { quantity: 2 })] });
    const refunds = order.map((line) => {
      const { recorded } = giveBack({ purchase: id, lines: [{ line, quantity: 1 }] });
      return factsOf(recorded.at(-1), 'refund_due')[0]?.amount ?? 0;
    });
    assert.equal(
      refunds.reduce((a, b) => a + b, 0),
      toPay,
    );
  }
});

test('points are earned on what is left to pay, and go back with the return', () => {
  const { buy, giveBack, account } = shop(
    rule('half', '{ discount: { percent: 50 } }') +
      rule('earn', '{ earn: { currency: points, base: all, points: 1, per: 1 } }'),
  );
  const { id, recorded } = buy({ lines: [pot(1000)] });
  assert.deepEqual(
    factsOf(recorded, 'points_earned').map(({ amount }) => amount),
    [5],
  );
  giveBack({ purchase: id });
  assert.deepEqual(account().lots, []);
});

test('folding the facts gives the account, and the why decides the same again', () => {
  const { programs, world, account, buy, voucher } = shop(
    rule('alone', '{ discount: { percent: 5 } }', ', combines: false') +
      rule('ten', '{ discount: { percent: 10 } }, { earn: { currency: points, base: all, points: 1, per: 1 } }') +
      rule('gift', '{ gift: { firstOf: [cup, spoon] } }'),
  );
  buy({ lines: [pot(3000), tea(500)], vouchers: [voucher('two')], delivery: 'standard' });
  const chain = world.chains.get('anna') ?? [];
  assert.deepEqual(
    chain.reduce((folded, one) => fold(folded, one), unopened('anna')),
    account(),
  );
  for (const recorded of chain) assert.ok(why(programs, recorded, 'en').reproduced);
});
