import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unopened } from '../account.ts';
import { readProgram } from '../document/read-program.ts';
import type { Event, MemberJoin } from '../event.ts';
import { fold } from '../evolve.ts';
import type { Programs } from '../program.ts';
import { programFrom } from '../testing/assert-examples.ts';
import { localInstant } from '../time/zones.ts';
import { enter, openWorld } from '../world/world.ts';

const SHOP = `program:
  id: shop
  name: Shop
  languages: [en]
  markets: { DK: { name: Denmark, currency: DKK, zone: Europe/Copenhagen } }
  returns: { within: P30D }
  late: { within: P1Y, restore: false }
bases:
  all: { name: everything, after: [], tax: included }
currencies:
  points:
    name: { one: point, other: points }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    expires: never
    overdrawn: debt
rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: all, points: 1, per: 1 } }] }
  - { id: plus, on: purchase, when: [{ subscribed: { club: plus } }], then: [{ give: { currency: points, amount: 5 } }] }
clubs:
  plus:
    name: the plus club
    plans:
      monthly: { name: the monthly plan, price: 0, every: P1M }
    refund: never
households:
  name: the family
  roles:
    adult: { name: an adult, atMost: 1, sameAddress: true }
    child: { name: a child, atMost: 2, when: [{ attribute_is: { name: age, value: child } }] }
  shares: [{ club: plus, roles: [adult] }]
`;

function family(text = SHOP) {
  const programs: Programs = { id: 'shop', versions: [{ number: 1, from: 0, program: programFrom(text) }] };
  const world = openWorld(programs);
  let events = 0;
  const happen = (kind: Event['kind'], member: string, written: string, body: object, occurred = written) => {
    events += 1;
    const zone = 'Europe/Copenhagen';
    const [at = 0, occurredAt = 0] = [localInstant(zone, written), localInstant(zone, occurred)];
    return enter(world, 'home', { id: `e${events}`, kind, at, occurredAt, member, body } as Event);
  };
  happen('enrolment', 'anna', '2026-01-01 09:00', { market: 'DK', address: 'a1' });
  const join = (member: string, body: MemberJoin, written = '2026-01-02 09:00') =>
    happen('member_joined', member, written, body).refusal?.refused;
  const leave = (member: string, written: string) => happen('member_left', member, written, {}).refusal?.refused;
  const buy = (member: string, written: string, occurred = written) => {
    const body = { currency: 'DKK', lines: [{ sku: 'TEA', total: 1000 }] };
    const { recorded, refusal } = happen('purchase', member, written, body, occurred);
    return refusal?.refused ?? recorded.at(-1)?.balances.points?.available;
  };
  return { world, happen, join, leave, buy };
}

const REFUSED: readonly (readonly [string, MemberJoin, string])[] = [
  ['a role that the program does not have', { role: 'uncle' }, 'unknown_role'],
  ['another address', { role: 'adult', address: 'b2' }, 'address_differs'],
  ['no address at all', { role: 'adult' }, 'address_differs'],
  ['a condition that is not met', { role: 'child' }, 'condition_not_met'],
];

for (const [what, body, code] of REFUSED) {
  test(`nobody joins a household with ${what}, and nothing of it is kept`, () => {
    const { world, join } = family();
    assert.equal(join('bo', body), code);
    assert.deepEqual(Object.keys(world.accounts.get('home')?.members ?? {}), ['anna']);
  });
}

test('nobody joins a household of a program that has none', () => {
  const { join } = family(SHOP.slice(0, SHOP.indexOf('households:')));
  assert.equal(join('bo', { role: 'adult', address: 'a1' }), 'unknown_role');
});

test('nobody joins twice, a full role takes nobody, and a place that was left is free', () => {
  const { join, leave } = family();
  const adult = { role: 'adult', address: 'a1' };
  assert.equal(join('bo', adult), undefined);
  assert.equal(join('bo', adult), 'already_enrolled');
  assert.equal(join('kim', adult), 'role_full');
  assert.equal(leave('anna', '2026-01-03 09:00'), 'head_stays');
  assert.equal(leave('bo', '2026-01-03 09:00'), undefined);
  assert.equal(leave('bo', '2026-01-03 10:00'), 'member_left');
  assert.equal(join('kim', adult, '2026-01-04 09:00'), undefined);
});

test('points are pooled, and the benefits of a club are those of the roles that share it', () => {
  const { happen, join, buy } = family();
  join('bo', { role: 'adult', address: 'a1' });
  join('ida', { role: 'child', attributes: { age: 'child' } });
  happen('club_joined', 'anna', '2026-01-05 09:00', { club: 'plus' });
  assert.equal(buy('anna', '2026-01-06 09:00'), 15);
  assert.equal(buy('bo', '2026-01-06 10:00'), 30);
  assert.equal(buy('ida', '2026-01-06 11:00'), 40);
});

test('what the household has is its head’s to begin and to end', () => {
  const { happen, join } = family();
  join('bo', { role: 'adult', address: 'a1' });
  assert.equal(happen('club_joined', 'bo', '2026-01-05 09:00', { club: 'plus' }).refusal?.refused, 'head_only');
  happen('club_joined', 'anna', '2026-01-05 09:00', { club: 'plus' });
  assert.equal(happen('club_cancelled', 'bo', '2026-01-06 09:00', { club: 'plus' }).refusal?.refused, 'head_only');
});

test('who has left begins nothing any more, but what was bought before still counts when it is told late', () => {
  const { join, leave, buy } = family();
  join('bo', { role: 'adult', address: 'a1' });
  leave('bo', '2026-02-01 09:00');
  assert.equal(buy('bo', '2026-02-01 10:00'), 'member_left');
  assert.equal(buy('bo', '2026-02-02 10:00', '2026-01-20 10:00'), 10);
});

test('erasing one person of a household leaves the others their account', () => {
  const { world, happen, join, buy } = family();
  join('bo', { role: 'adult', address: 'a1' });
  happen('erased', 'bo', '2026-01-05 09:00', { member: 'bo' });
  assert.equal(buy('bo', '2026-01-06 09:00'), 'member_erased');
  assert.equal(buy('anna', '2026-01-06 09:00'), 10);
  assert.equal(world.accounts.get('home')?.members.bo?.address, undefined);
  happen('club_joined', 'anna', '2026-01-06 10:00', { club: 'plus' });
  happen('erased', 'anna', '2026-01-07 09:00', { member: 'anna' });
  assert.equal(world.accounts.get('home')?.subscriptions.plus?.state, 'over');
  assert.equal(buy('anna', '2026-01-08 09:00'), 'member_erased');
});

test('folding what happened to a household gives the household', () => {
  const { world, happen, join, leave } = family();
  join('bo', { role: 'adult', address: 'a1' });
  join('ida', { role: 'child', attributes: { age: 'child' }, birthday: { month: 2, dayOfMonth: 29 } });
  leave('bo', '2026-01-04 09:00');
  happen('club_joined', 'anna', '2026-01-05 09:00', { club: 'plus' });
  const folded = (world.chains.get('home') ?? []).reduce(fold, unopened('home'));
  assert.deepEqual(folded, world.accounts.get('home'));
});

test('a household that shares what it cannot is told so with the place', () => {
  const wrong = [
    [SHOP.replace('[adult] }]', '[adults] }]'), /no role "adults".*/],
    [SHOP.replace('roles: [adult] }]', 'plans: [yearly] }]'), /no plan "yearly"/],
    [SHOP.replace('shares: [{ club: plus,', 'shares: [{ club: plas,'), /no club "plas"/],
    [SHOP.replace('name: the plus club', 'name: the plus club\n    per: member'), /nothing of it is shared/],
    [SHOP.replace('atMost: 1, sameAddress', 'sameAddress'), /atMost/],
  ] as const;
  for (const [text, message] of wrong) {
    const read = readProgram(text);
    assert.ok('problems' in read, text);
    assert.match(read.problems.map((problem) => problem.message).join('\n'), message);
  }
});
