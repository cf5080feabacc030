import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProgram } from '../document/read-program.ts';
import { SAMPLE_PROGRAM } from '../document/sample-program.ts';
import { parseExact } from '../numbers/exact.ts';
import type { Condition, Program, TestContext } from '../program.ts';
import { parseDay, weekday } from '../time/days.ts';
import { localInstant } from '../time/zones.ts';

interface Situation {
  readonly day?: string;
  readonly minute?: number;
  readonly market?: string;
  readonly channel?: string;
  readonly store?: string;
  readonly spent?: number;
  readonly quantity?: string;
  readonly sku?: string;
  readonly codes?: readonly string[];
  readonly tenders?: readonly string[];
  readonly level?: string;
  readonly counter?: number;
  readonly since?: string;
  readonly listed?: boolean;
  readonly attribute?: string;
}

function read(condition: string): { readonly program: Program; readonly condition: Condition } {
  const text = SAMPLE_PROGRAM.replace('    on: purchase\n', `    on: purchase\n    when:\n      - ${condition}\n`);
  const reading = readProgram(text);
  if ('problems' in reading) assert.fail(JSON.stringify(reading.problems));
  const [first] = reading.program.rules[0]?.when ?? [];
  assert.ok(first);
  return { program: reading.program, condition: first };
}

function contextOf(program: Program, situation: Situation): TestContext {
  const day = parseDay(situation.day ?? '2026-03-02') ?? 0;
  const market = program.markets.get(situation.market ?? 'UK');
  const quantity = parseExact(situation.quantity ?? '1');
  assert.ok(market && quantity);
  const line = { index: 0, sku: situation.sku ?? 'TEA', categories: [], attributes: {}, quantity, total: 0, tax: 0 };
  return {
    market,
    day,
    weekday: weekday(day),
    minute: situation.minute ?? 0,
    channel: situation.channel,
    store: situation.store,
    purchase: {
      currency: market.currency,
      lines: [{ ...line, discounts: 0, vouchers: 0, points: 0, paid: {} }],
      charges: [],
      codes: situation.codes ?? [],
      tenders: situation.tenders ?? [],
      amountOf: () => situation.spent ?? 0,
    },
    read: {
      level: () => situation.level ?? 'bronze',
      counter: () => situation.counter ?? 0,
      daysSinceEnrolment: () => day - (parseDay(situation.since ?? '2026-01-31') ?? 0),
      attribute: () => situation.attribute ?? null,
      subscription: () => null,
      birthday: () => null,
      isOn: () => situation.listed ?? false,
      offer: () => null,
      completed: () => 0,
      isEntitled: () => false,
    },
  };
}

const CASES: readonly (readonly [condition: string, situation: Situation, holds: boolean])[] = [
  ['on_list: { list: staff }', {}, false],
  ['on_list: { list: staff }', { listed: true }, true],
  ['spend_at_least: { base: goods, amount: { parameter: large } }', { spent: 3999 }, false],
  ['spend_at_least: { base: goods, amount: { parameter: large } }', { spent: 4000 }, true],
  ['spend_at_least: { base: goods, amount: { parameter: large } }', { spent: 4000, market: 'NO' }, false],
  ['level_is: { ladder: status, levels: [silver, gold] }', { level: 'bronze' }, false],
  ['level_is: { ladder: status, levels: [silver, gold] }', { level: 'gold' }, true],
  ['counter_at_least: { counter: visits, amount: 10 }', { counter: 9 }, false],
  ['counter_at_least: { counter: visits, amount: 10 }', { counter: 10 }, true],
  ['counter_below: { counter: visits, amount: 10 }', { counter: 10 }, false],
  ['counter_below: { counter: visits, amount: 10 }', { counter: 9 }, true],
  ['counter_at_least: { counter: spend, amount: 10 }', { counter: 999 }, false],
  ['counter_at_least: { counter: spend, amount: 10 }', { counter: 1000 }, true],
  ['channel_is: { channels: [app] }', {}, false],
  ['channel_is: { channels: [web, app] }', { channel: 'app' }, true],
  ['store_is: { stores: [12] }', { store: '13' }, false],
  ['store_is: { stores: [12] }', { store: '12' }, true],
  ['market_is: { markets: [UK] }', { market: 'UK' }, true],
  ['weekday_is: { days: [monday] }', { day: '2026-03-03' }, false],
  ['weekday_is: { days: [monday] }', { day: '2026-03-02' }, true],
  ['between_hours: { from: "07:00", to: "09:30" }', { minute: 570 }, false],
  ['between_hours: { from: "07:00", to: "09:30" }', { minute: 420 }, true],
  ['between_hours: { from: "22:00", to: "02:00" }', { minute: 720 }, false],
  ['between_hours: { from: "22:00", to: "02:00" }', { minute: 60 }, true],
  ['between_dates: { from: 2026-03-01, through: 2026-03-31 }', { day: '2026-04-01' }, false],
  ['between_dates: { from: 2026-03-01, through: 2026-03-31 }', { day: '2026-03-31' }, true],
  ['has_product: { products: goods, quantity: 1.5 }', { quantity: '1.499' }, false],
  ['has_product: { products: goods, quantity: 1.5 }', { quantity: '1.5' }, true],
  ['has_product: { products: goods }', { sku: 'BAG' }, false],
  ['code_entered: { code: SPRING }', { codes: ['spring'] }, false],
  ['code_entered: { code: SPRING }', { codes: ['SPRING'] }, true],
  ['paid_with: { tenders: [own_card] }', { tenders: ['cash'] }, false],
  ['paid_with: { tenders: [own_card] }', { tenders: ['cash', 'own_card'] }, true],
  ['member_for: { atLeast: P1M }', { since: '2026-01-31', day: '2026-02-27' }, false],
  ['member_for: { atLeast: P1M }', { since: '2026-01-31', day: '2026-02-28' }, true],
  ['attribute_is: { name: profile, value: complete }', {}, false],
  ['attribute_is: { name: profile, value: complete }', { attribute: 'complete' }, true],
  ['not: { channel_is: { channels: [app] } }', { channel: 'app' }, false],
  ['not: { channel_is: { channels: [app] } }', {}, true],
  ['any: [{ channel_is: { channels: [app] } }, { code_entered: { code: A } }]', {}, false],
  ['any: [{ channel_is: { channels: [app] } }, { code_entered: { code: A } }]', { codes: ['A'] }, true],
  ['any: [{ all: [{ channel_is: { channels: [app] } }, { code_entered: { code: A } }] }]', { codes: ['A'] }, false],
];

for (const [written, situation, holds] of CASES) {
  test(`${written} ${holds ? 'holds' : 'does not hold'} with ${JSON.stringify(situation)}`, () => {
    const { program, condition } = read(written);
    assert.equal(condition.test(contextOf(program, situation)).holds, holds);
  });
}

test('a failed condition says what it had and what it wanted', () => {
  const { program, condition } = read('spend_at_least: { base: goods, amount: { parameter: large } }');
  assert.deepEqual(condition.test(contextOf(program, { spent: 3995 })), { holds: false, has: 3995, wants: 4000 });
});

test('every part of a nested condition is asked, also after the first that decides', () => {
  const { program, condition } = read('any: [{ code_entered: { code: A } }, { code_entered: { code: B } }]');
  const { of } = condition.test(contextOf(program, { codes: ['A'] }));
  assert.deepEqual(
    of?.map(({ holds }) => holds),
    [true, false],
  );
});

test('alternatives can be found by a key only when each of them has one', () => {
  assert.deepEqual(read('any: [{ code_entered: { code: A } }, { channel_is: { channels: [app] } }]').condition.keys, [
    'code:A',
    'channel:app',
  ]);
  assert.equal(
    read('any: [{ code_entered: { code: A } }, { weekday_is: { days: [monday] } }]').condition.keys,
    undefined,
  );
});

test('time alone changes the hours at their next edge, in the zone of the store', () => {
  const zone = 'Europe/London';
  const at = (text: string) => localInstant(zone, text) ?? 0;
  const { changesAt } = read('between_hours: { from: "07:00", to: "09:30" }').condition;
  const next = (text: string) => changesAt?.({ at: at(text), zone, since: 0 });
  assert.equal(next('2026-07-01 06:59:30'), at('2026-07-01 07:00'));
  assert.equal(next('2026-07-01 07:00:00'), at('2026-07-01 09:30'));
  assert.equal(next('2026-07-01 10:00:00'), at('2026-07-02 00:00'));
});

test('time alone changes a membership’s length once', () => {
  const zone = 'Europe/London';
  const at = (text: string) => localInstant(zone, text) ?? 0;
  const { changesAt } = read('member_for: { atLeast: P7D }').condition;
  const since = parseDay('2026-07-01') ?? 0;
  assert.equal(changesAt?.({ at: at('2026-07-03 12:00'), zone, since }), at('2026-07-08 00:00'));
  assert.equal(changesAt?.({ at: at('2026-07-08 00:00'), zone, since }), undefined);
});

const ANSWERS: readonly (readonly [condition: string, situation: Situation, has: string, wants: string])[] = [
  ['level_is: { ladder: status, levels: [silver, gold] }', { level: 'bronze' }, 'Bronze', 'Sølv eller Guld'],
  ['weekday_is: { days: [monday, tuesday] }', { day: '2026-03-04' }, 'onsdag', 'mandag eller tirsdag'],
  ['market_is: { markets: [UK] }', { market: 'NO' }, 'Norge', 'Storbritannien'],
  ['channel_is: { channels: [app] }', { channel: 'web' }, 'webshoppen', 'appen'],
  ['paid_with: { tenders: [own_card] }', { tenders: ['cash'] }, 'kontanter', 'butikkens eget kort'],
  ['between_hours: { from: "07:00", to: "09:30" }', { minute: 600 }, '10.00', '07.00–09.30'],
  ['has_product: { products: goods, quantity: 1.5 }', { quantity: '1.25' }, '1,25', '1,5'],
  [
    'between_dates: { from: 2026-03-01, through: 2026-03-31 }',
    { day: '2026-04-01' },
    '1. april 2026',
    '1. marts 2026 – 31. marts 2026',
  ],
];

for (const [written, situation, has, wants] of ANSWERS) {
  test(`what ${written} had and wanted is told in the reader’s words`, () => {
    const { program, condition } = read(written);
    const tested = condition.test(contextOf(program, situation));
    assert.equal(tested.holds, false);
    assert.deepEqual(
      [condition.say?.(String(tested.has), 'da'), condition.say?.(String(tested.wants), 'da')],
      [has, wants],
    );
  });
}
