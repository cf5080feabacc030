import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unopened } from '../account.ts';
import { readProgram } from '../document/read-program.ts';
import { entriesOf, holdingsOf } from '../entries.ts';
import type { Event, TransferRequest } from '../event.ts';
import { fold } from '../evolve.ts';
import { tellProgram } from '../explain/explain-program.ts';
import type { Programs } from '../program.ts';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';
import { localInstant } from '../time/zones.ts';
import { enter, openWorld } from '../world/world.ts';

const SHOP = `program:
  id: shop
  name: Shop
  languages: [en]
  markets: { DK: { name: Denmark, currency: DKK, zone: Europe/Copenhagen } }
  returns: { within: P30D }
  late: { within: P1Y, restore: false }
currencies:
  points:
    name: { one: point, other: points }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    expires: { after: P6M, endOf: month }
    overdrawn: debt
  stars:
    name: { one: star, other: stars }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    expires: never
    overdrawn: debt
transfers:
  points: { least: 10, most: { amount: 100, over: calendar_year } }
rules:
  - { id: welcome, on: enrolment, then: [{ give: { currency: points, amount: 150 } }, { give: { currency: stars, amount: 5 } }] }
`;

const EXAMPLES = `examples:
  - code: T-1
    members: { anna: { joined: 2026-01-10 }, bo: { joined: 2026-03-10 } }
    steps:
      - { member: anna, at: 2026-04-01, transfer: { to: bo, currency: points, amount: 9 }, expect: { refused: minimum_not_met } }
      - { member: anna, at: 2026-04-01, transfer: { to: bo, currency: stars, amount: 1 }, expect: { refused: not_transferable } }
      - { member: anna, at: 2026-04-01, transfer: { to: bo, currency: points, amount: 151 }, expect: { refused: limit_reached } }
      - { member: anna, at: 2026-04-01, transfer: { to: anna, currency: points, amount: 20 }, expect: { refused: malformed } }
      - { member: anna, at: 2026-04-01, transfer: { to: bo, currency: points, amount: 60 }, expect: { balance: { points: 90 } } }
      # They keep their date, and are spent before what bo has.
      - { member: bo, at: 2026-04-01, expect: { lots: { points: [{ amount: 60, until: 2026-08-01 }, { amount: 150, until: 2026-10-01 }] } } }
      - { member: anna, at: 2026-04-02, transfer: { to: bo, currency: points, amount: 41 }, expect: { refused: limit_reached, details: { most: 100 } } }
      # Nobody is there: the points come back, and count for no limit.
      - { member: anna, at: 2026-04-02, transfer: { to: nobody, currency: points, amount: 40 }, expect: { balance: { points: 90 } } }
      - { member: anna, at: 2026-04-03, transfer: { to: bo, currency: points, amount: 40 }, expect: { balance: { points: 50 } } }
      - { member: bo, at: 2026-08-01, expect: { expired: { points: 100 }, balance: { points: 150 } } }
`;

test('points are sent within limits, keep their dates, and come back when nobody takes them', () => {
  assertExamples(programFrom(SHOP), EXAMPLES);
});

test('what is sent leaves no trace but the other account’s points: books and folds agree', () => {
  const programs: Programs = { id: 'shop', versions: [{ number: 1, from: 0, program: programFrom(SHOP) }] };
  const world = openWorld(programs);
  const at = localInstant('Europe/Copenhagen', '2026-01-10 09:00') ?? 0;
  for (const member of ['anna', 'bo']) {
    enter(world, member, { id: member, kind: 'enrolment', at, occurredAt: at, member, body: { market: 'DK' } });
  }
  const send = (id: string, body: TransferRequest) =>
    enter(world, 'anna', { id, kind: 'transfer_sent', at, occurredAt: at, member: 'anna', body } as Event);
  send('t1', { currency: 'points', amount: 60, to: 'bo', toMember: 'bo' });
  send('t2', { currency: 'points', amount: 30, to: 'bo', toMember: 'nobody' });
  const sums = new Map<string, number>();
  for (const [id, chain] of world.chains) {
    assert.deepEqual(chain.reduce(fold, unopened(id)), world.accounts.get(id));
    for (const { debit, credit, currency, amount } of chain.flatMap((recorded) => entriesOf(recorded))) {
      sums.set(`${debit} ${currency}`, (sums.get(`${debit} ${currency}`) ?? 0) - amount);
      sums.set(`${credit} ${currency}`, (sums.get(`${credit} ${currency}`) ?? 0) + amount);
    }
  }
  assert.equal(sums.get('transit points'), 0);
  assert.equal(sums.get('transferred points'), 0);
  const held = ['anna', 'bo'].map((id) => holdingsOf(world.accounts.get(id) ?? unopened(id))['points points']);
  assert.deepEqual(held, [90, 210]);
  assert.equal(sums.get('points points'), 300);
});

test('an answer to a transfer that was never sent, or was answered, is refused', () => {
  const programs: Programs = { id: 'shop', versions: [{ number: 1, from: 0, program: programFrom(SHOP) }] };
  const world = openWorld(programs);
  const at = localInstant('Europe/Copenhagen', '2026-01-10 09:00') ?? 0;
  enter(world, 'anna', { id: 'e', kind: 'enrolment', at, occurredAt: at, member: 'anna', body: { market: 'DK' } });
  const answer = { id: 'a', kind: 'transfer_answered', at, occurredAt: at, body: { transfer: '7' } } as const;
  assert.equal(enter(world, 'anna', answer).refusal?.refused, 'unknown_transfer');
});

test('transfers are told, and a mistake in them names its place', () => {
  assert.match(
    tellProgram(programFrom(SHOP), 'en'),
    /Members can send them to each other; they keep their dates\. At least 10 points at a time\. At most 100 points/,
  );
  const wrong = [
    [SHOP.replace('  points: { least', '  pints: { least'), /no currency "pints"/],
    [SHOP.replace('least: 10', 'least: 200'), /nothing can be sent/],
  ] as const;
  for (const [text, message] of wrong) {
    const read = readProgram(text);
    assert.ok('problems' in read);
    assert.match(read.problems.map((problem) => problem.message).join('\n'), message);
  }
});
