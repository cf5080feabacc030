import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unopened } from '../account.ts';
import { readProgram } from '../document/read-program.ts';
import { entriesOf } from '../entries.ts';
import type { Event } from '../event.ts';
import type { Programs } from '../program.ts';
import { balancesAt } from '../views/views.ts';
import { enter, openWorld } from '../world/world.ts';

/** A shop whose points are worth a penny each, and a member who has 500 of them. */
function shop(overdrawn: 'debt' | 'nothing') {
  const read = readProgram(`program:
  id: shop
  name: Shop
  languages: [en]
  markets: { UK: { name: Britain, currency: GBP, zone: Europe/London } }
  returns: { within: P90D }
  late: { within: P90D, restore: false }
bases:
  paid: { name: what was paid, after: [discounts, vouchers, points], tax: included }
currencies:
  points:
    name: { one: point, other: points }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    expires: never
    overdrawn: ${overdrawn}
    cost: "0.01 GBP"
rules:
  - { id: welcome, on: enrolment, then: [{ give: { currency: points, amount: 500 } }] }
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: paid, points: 1, per: "1.00 GBP" } }] }
`);
  assert.ok('program' in read, JSON.stringify(read));
  const programs: Programs = { id: 'shop', versions: [{ number: 1, from: 0, program: read.program }] };
  const world = openWorld(programs);
  let time = Date.parse('2026-01-05T12:00:00Z');
  const send = (kind: Event['kind'], body: object) => {
    time += 60_000;
    const event = { id: `e${time}`, kind, at: time, occurredAt: time, member: 'anna', body } as Event;
    return { id: event.id, ...enter(world, 'anna', event) };
  };
  send('enrolment', { market: 'UK' });
  const account = () => world.accounts.get('anna') ?? unopened('anna');
  const pay = (amount: number, more: object = {}) =>
    send('purchase', {
      currency: 'GBP',
      lines: [{ sku: 'POT', total: 1000 }],
      points: { currency: 'points', amount },
      ...more,
    });
  const has = () => balancesAt(programs, account(), time).points;
  return { send, pay, has };
}

const factsOf = ({ recorded }: { readonly recorded: readonly { readonly facts: readonly { fact: string }[] }[] }) =>
  recorded.flatMap(({ facts }) => facts.map(({ fact }) => fact));

test('what points do not cover refuses a request whole and leaves nothing behind', () => {
  const { pay, has } = shop('debt');
  const { refusal } = pay(501, { strict: true });
  assert.deepEqual([refusal?.refused, refusal?.details.missing], ['insufficient_points', 1]);
  assert.equal(pay(1, { strict: true, points: { currency: 'stars', amount: 1 } }).refusal?.refused, 'unknown_currency');
  assert.deepEqual(has(), { available: 500, pending: 0, held: 0, debt: 0 });
});

test('points pay at what they cost the shop, and what they pay earns nothing', () => {
  const { pay, has } = shop('debt');
  const paid = pay(400, { strict: true });
  assert.deepEqual(factsOf(paid), ['points_spent', 'points_earned']);
  // £10.00 less £4.00: six points.
  assert.deepEqual(has(), { available: 106, pending: 0, held: 0, debt: 0 });
});

test('a report that spends more than is there leaves a debt, which later points repay', () => {
  const { pay, has } = shop('debt');
  assert.deepEqual(factsOf(pay(800)), ['points_spent', 'debt_incurred', 'points_earned', 'debt_repaid']);
  assert.deepEqual(has(), { available: 0, pending: 0, held: 0, debt: 298 });
});

test('where nothing may be owed, what is missing is not honoured, and the sale stands', () => {
  const { pay, has } = shop('nothing');
  assert.ok(factsOf(pay(800)).includes('not_honoured'));
  assert.deepEqual(has(), { available: 2, pending: 0, held: 0, debt: 0 });
});

test('a return gives back what was spent and what was owed, once, over several returns', () => {
  const { pay, send, has } = shop('debt');
  const { id } = pay(800, { lines: [{ sku: 'POT', total: 1000, quantity: 2 }] });
  const half = { purchase: id, lines: [{ line: 0, quantity: 1 }] };
  const returns = [send('return', half), send('return', half)];
  assert.deepEqual(has(), { available: 500, pending: 0, held: 0, debt: 0 });
  assert.equal(send('return', half).refusal?.refused, 'return_exceeds_purchase');
  const back = returns.flatMap(({ recorded }) => recorded.flatMap(entriesOf));
  const sum = back.filter(({ debit }) => debit === 'redeemed').reduce((all, { amount }) => all + amount, 0);
  assert.equal(sum, 800);
});
