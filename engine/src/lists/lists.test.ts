import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unopened } from '../account.ts';
import { readProgram } from '../document/read-program.ts';
import type { Event, MemberChange } from '../event.ts';
import { evolve } from '../evolve.ts';
import { sentenceOfFact } from '../explain/fact-sentences.ts';
import type { Programs } from '../program.ts';
import { parseDay } from '../time/days.ts';
import { localInstant } from '../time/zones.ts';
import { enter, openWorld } from '../world/world.ts';
import { isOnList } from './stays.ts';

const SHOP = `program:
  id: sports
  name: Sports
  languages: [en]
  markets: { NO: { name: Norway, currency: NOK, zone: Europe/Oslo } }
  returns: { within: P30D }
  late: { within: P1Y, restore: false }
currencies:
  points:
    name: { one: point, other: points }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    expires: never
    overdrawn: debt
lists:
  club: { name: the club, through: 2027-12-31 }
  staff: { name: the staff, hidden: true }
rules:
  - { id: club, on: purchase, when: [{ on_list: { list: club } }], then: [{ give: { currency: points, amount: 10 } }] }
`;

function shop(text = SHOP) {
  const read = readProgram(text);
  assert.ok('program' in read, JSON.stringify(read));
  const programs: Programs = { id: 'sports', versions: [{ number: 1, from: 0, program: read.program }] };
  const world = openWorld(programs);
  let events = 0;
  const happen = (kind: Event['kind'], written: string, body: object, occurred = written) => {
    events += 1;
    const [at = 0, occurredAt = 0] = [localInstant('Europe/Oslo', written), localInstant('Europe/Oslo', occurred)];
    const event = { id: `e${events}`, kind, at, occurredAt, member: 'anna', body } as Event;
    return enter(world, 'anna', event);
  };
  happen('enrolment', '2026-01-05 09:00', { market: 'NO' });
  const change = (written: string, body: MemberChange) => happen('member_changed', written, body);
  const points = (written: string, occurred = written) =>
    happen('purchase', written, { currency: 'NOK', lines: [{ sku: 'BALL', total: 30000 }] }, occurred).recorded.at(-1)
      ?.balances.points?.available;
  return { world, change, points };
}

const day = (text: string) => parseDay(text) ?? 0;

test('a list that the program does not have is refused', () => {
  const { change } = shop();
  assert.equal(change('2026-01-06 09:00', { lists: [{ list: 'clubb' }] }).refusal?.refused, 'unknown_list');
  assert.equal(change('2026-01-06 09:00', { leaves: ['clubb'] }).refusal?.refused, 'unknown_list');
});

test('a stay that ends before it begins is refused', () => {
  const { change } = shop();
  const lists = [{ list: 'club', from: day('2026-02-01'), through: day('2026-01-31') }];
  assert.equal(change('2026-01-06 09:00', { lists }).refusal?.refused, 'malformed');
});

test('a stay counts from its first day through its last, and not a day longer', () => {
  const { change, points } = shop();
  change('2026-01-06 09:00', { lists: [{ list: 'club', from: day('2026-02-01'), through: day('2026-02-28') }] });
  assert.equal(points('2026-01-31 23:59'), 0);
  assert.equal(points('2026-02-01 00:00'), 10);
  assert.equal(points('2026-02-28 23:59'), 20);
  assert.equal(points('2026-03-01 00:00'), 20);
});

test('a late purchase sees the lists of its own day, also those that were left since', () => {
  const { change, points } = shop();
  change('2026-01-10 09:00', { lists: [{ list: 'club' }] });
  change('2026-01-20 09:00', { leaves: ['club'] });
  assert.equal(points('2026-01-20 10:00'), 0);
  assert.equal(points('2026-01-21 10:00', '2026-01-19 23:00'), 10);
  assert.equal(points('2026-01-21 10:00', '2026-01-09 23:00'), 10);
});

test('nobody is on a list after the list itself has ended', () => {
  const { change, points } = shop();
  change('2026-01-10 09:00', { lists: [{ list: 'club' }] });
  assert.equal(points('2027-12-31 20:00'), 10);
  assert.equal(points('2028-01-01 00:00'), 10);
});

test('an import that is sent again changes nothing, and one with another end moves the end', () => {
  const { world, change } = shop();
  const stay = { list: 'club', from: day('2026-02-01'), through: day('2026-02-28') };
  assert.equal(change('2026-01-06 09:00', { lists: [stay] }).recorded.at(-1)?.facts.length, 1);
  assert.equal(change('2026-01-07 09:00', { lists: [stay] }).recorded.at(-1)?.facts.length, 0);
  change('2026-01-08 09:00', { lists: [{ ...stay, through: day('2026-03-31') }] });
  const stays = world.accounts.get('anna')?.members.anna?.lists?.club;
  assert.deepEqual(stays, [{ from: day('2026-02-01'), through: day('2026-03-31') }]);
});

test('leaving a list on the day of joining leaves no trace of a stay', () => {
  const account = { ...unopened('a'), members: { m: { since: 0, cards: [], cardKinds: [], attributes: {} } } };
  const joined = evolve(account, { fact: 'list_joined', v: 1, member: 'm', list: 'club', from: 5 });
  assert.ok(isOnList(joined.members.m, 'club', 5));
  const left = evolve(joined, { fact: 'list_left', v: 1, member: 'm', list: 'club', day: 5 });
  assert.ok(!isOnList(left.members.m, 'club', 5));
});

test('nobody is told of a hidden list, neither by joining it nor by what it gives', () => {
  const rule =
    '  - { id: staff, on: purchase, when: [{ on_list: { list: staff } }], then: [{ discount: { percent: 30 } }] }\n';
  const { world, change, points } = shop(`${SHOP}${rule}`);
  change('2026-01-06 09:00', { lists: [{ list: 'staff' }, { list: 'club' }] });
  points('2026-01-07 09:00');
  const told = (world.chains.get('anna') ?? []).flatMap(({ facts }) =>
    facts.map((fact) => sentenceOfFact(world.programs, fact, 'en')),
  );
  assert.ok(told.includes('Put on the list the club.'));
  assert.ok(
    told.some((sentence) => /^NOK.90.00 taken off the price.$/.test(sentence)),
    told.join('\n'),
  );
  assert.ok(!told.some((sentence) => sentence.includes('staff')), told.join('\n'));
});
