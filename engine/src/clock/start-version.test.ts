import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../event.ts';
import type { Programs } from '../program.ts';
import { programFrom } from '../testing/assert-examples.ts';
import { dayText, parseDay } from '../time/days.ts';
import { localInstant, startOfDay } from '../time/zones.ts';
import { standingsAt } from '../views/views.ts';
import { enter, openWorld, pass, type World } from '../world/world.ts';

const ZONE = 'Europe/Oslo';
const HEAD = `program: { id: shop, name: Shop, languages: [en], markets: { NO: { name: Norway, currency: NOK, zone: ${ZONE} } }, returns: { within: always }, late: { within: P30D, restore: false } }
bases:
  goods: { name: { en: goods }, after: [discounts, vouchers, points], tax: included }
`;
const CURRENCY = (expires: string) => `currencies:
  points: { name: { en: { one: point, other: points } }, rounding: { mode: floor, per: purchase }, expires: ${expires}, overdrawn: debt }
`;
const RULES = `rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: goods, points: 1, per: "1.00 NOK" } }] }
`;
const LADDER = `counters:
  spend: { name: { en: spending }, counts: { base: goods }, window: P3M }
ladders:
  status: { name: { en: status }, by: { counter: spend }, levels: [{ id: low, name: Low, at: 0 }, { id: high, name: High, at: "100.00 NOK" }], review: first_of_month, falls: to_qualified, returns: keep }
`;

const at = (text: string) => localInstant(ZONE, text) ?? 0;
const START = at('2026-06-01 00:00');

function programsOf(second: string, first = HEAD + CURRENCY('{ after: P12M }') + RULES): Programs {
  return {
    id: 'shop',
    versions: [
      { number: 1, from: 0, program: programFrom(first) },
      { number: 2, from: START, program: programFrom(second) },
    ],
  };
}

function buy(world: World, id: string, when: string, total: number): void {
  const event: Event = {
    id,
    kind: 'purchase',
    at: at(when),
    occurredAt: at(when),
    body: { currency: 'NOK', lines: [{ sku: 'x', quantity: 2, total }] },
  };
  enter(world, 'account', event);
}

function opened(programs: Programs): World {
  const world = openWorld(programs);
  enter(world, 'account', {
    id: 'joined',
    kind: 'enrolment',
    at: at('2026-01-10 12:00'),
    occurredAt: at('2026-01-10 12:00'),
    member: 'one',
    body: { market: 'NO' },
  });
  return world;
}

test('a new counter begins with the history of its window, less what came back, and levels follow at the start', () => {
  const programs = programsOf(HEAD + CURRENCY('{ after: P12M }') + LADDER + RULES);
  const world = opened(programs);
  buy(world, 'too-old', '2026-02-20 12:00', 90_000);
  buy(world, 'first', '2026-03-20 12:00', 6_000);
  buy(world, 'second', '2026-05-20 12:00', 8_000);
  enter(world, 'account', {
    id: 'back',
    kind: 'return',
    at: at('2026-05-21 12:00'),
    occurredAt: at('2026-05-21 12:00'),
    body: { purchase: 'second', lines: [{ line: 0, quantity: 1 }] },
  });
  const [started] = pass(world, 'account', START);
  assert.ok(started, 'the start is a clock event');
  assert.equal(started.event.occurredAt, START);
  const account = world.accounts.get('account');
  assert.deepEqual(
    account?.counters.spend?.map(([day, amount]) => [dayText(day), amount]),
    [
      ['2026-03-20', 6_000],
      ['2026-05-20', 4_000],
    ],
  );
  assert.equal(account && standingsAt(programs, account, START)[0]?.level, 'high');
  assert.deepEqual(pass(world, 'account', at('2026-06-20 00:00')), [], 'it happens once');
});

test('an account that nothing changes for has no event at the start of a version', () => {
  const programs = programsOf(HEAD + CURRENCY('{ after: P12M }') + RULES.replace('points: 1,', 'points: 2,'));
  const world = opened(programs);
  buy(world, 'before', '2026-05-31 23:59', 10_000);
  assert.deepEqual(pass(world, 'account', START), []);
  buy(world, 'after', '2026-06-01 00:00', 10_000);
  const earned = world.chains
    .get('account')
    ?.flatMap(({ facts }) => facts)
    .flatMap((fact) => (fact.fact === 'points_earned' ? [fact.amount] : []));
  assert.deepEqual(earned, [100, 200]);
});

test('what is taken back uses the version recorded with the purchase', () => {
  const programs = programsOf(HEAD + CURRENCY('{ after: P12M }') + RULES.replace('points: 1,', 'points: 5,'));
  const world = opened(programs);
  buy(world, 'before', '2026-05-31 12:00', 10_000);
  const { recorded } = enter(world, 'account', {
    id: 'back',
    kind: 'return',
    at: at('2026-06-02 12:00'),
    occurredAt: at('2026-06-02 12:00'),
    body: { purchase: 'before', lines: [{ line: 0, quantity: 1 }] },
  });
  const taken = recorded.at(-1)?.facts.find((fact) => fact.fact === 'points_taken_back');
  assert.equal(taken?.fact === 'points_taken_back' && taken.amount, 50);
});

test('a version may date lots anew and keep levels until a day, for everyone, when it starts', () => {
  const first = HEAD + CURRENCY('{ after: P12M }') + LADDER + RULES;
  const second = `${HEAD + CURRENCY('{ after: P6M, endOf: month }') + LADDER + RULES}onStart:
  - redate: { currency: points }
  - keep_levels: { ladder: status, until: 2026-12-24 }
`;
  const world = opened(programsOf(second, first));
  buy(world, 'before', '2026-05-15 12:00', 20_000);
  pass(world, 'account', START);
  const account = world.accounts.get('account');
  assert.deepEqual(
    account?.lots.map(({ until }) => until && dayText(until)),
    ['2026-12-01'],
  );
  assert.equal(account?.ladders.status?.until, parseDay('2026-12-24'));
  assert.equal(world.chains.get('account')?.at(-1)?.event.at, startOfDay(ZONE, parseDay('2026-06-01') ?? 0));
});
