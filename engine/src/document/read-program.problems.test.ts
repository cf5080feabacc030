import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProgram } from './read-program.ts';
import { SAMPLE_PROGRAM } from './sample-program.ts';

/** One change in a good document, and all that is told of it: code, line and column, pointer, and the nearest right name. */
interface Mistake {
  readonly mistake: string;
  readonly good: string;
  readonly bad: string;
  readonly told: readonly string[];
}

const MISTAKES: readonly Mistake[] = [
  {
    mistake: 'a list that is not closed',
    good: 'languages: [en, da]',
    bad: 'languages: [en, da',
    told: ['malformed 5:3 '],
  },
  {
    mistake: 'one name twice',
    good: 'id: corner-shop',
    bad: 'id: corner-shop\n  id: other',
    told: ['duplicate 3:3 '],
  },
  {
    mistake: 'a word that is not known',
    good: 'overdrawn: debt',
    bad: 'overdrawn: debt\n    expirs: never',
    told: ['unknown_word 25:5 /currencies/points/expirs → expires'],
  },
  {
    mistake: 'a part that this version does not have',
    good: 'rewards:\n',
    bad: 'seasons: { spring: {} }\nrewards:\n',
    told: ['unknown_word 52:1 /seasons'],
  },
  {
    mistake: 'a program without an id',
    good: '  id: corner-shop\n',
    bad: '',
    told: ['missing_word 1:1 /program'],
  },
  {
    mistake: 'a name left out',
    good: 'name: { en: visits, da: besøg }, ',
    bad: '',
    told: ['missing_name 27:3 /counters/visits'],
  },
  {
    mistake: 'rounding left out',
    good: '    rounding: { mode: floor, per: purchase }\n',
    bad: '',
    told: ['missing_rounding 18:3 /currencies/points'],
  },
  {
    mistake: 'a text missing in one language',
    good: 'en: visits, da: besøg',
    bad: 'en: visits',
    told: ['missing_language 27:19 /counters/visits/name'],
  },
  {
    mistake: 'a language nobody knows',
    good: 'en: visits, da: besøg',
    bad: 'en: visits, dk: besøg',
    told: ['unknown_word 27:37 /counters/visits/name/dk → da'],
  },
  {
    mistake: 'a text where a number stands',
    good: 'decimals: 0',
    bad: 'decimals: many',
    told: ['wrong_kind 20:15 /currencies/points/decimals'],
  },
  {
    mistake: 'a text where a list stands',
    good: 'languages: [en, da]',
    bad: 'languages: en',
    told: ['wrong_kind 4:14 /program/languages'],
  },
  {
    mistake: 'nothing where a name stands',
    good: 'id: corner-shop\n  name: { en: The Corner Shop, da: Hjørnebutikken }',
    bad: 'id: corner-shop\n  name:',
    told: ['wrong_kind 3:8 /program/name'],
  },
  {
    mistake: 'a currency that does not exist',
    good: 'currency: GBP',
    bad: 'currency: GPB',
    told: ['unknown_currency 6:64 /program/markets/UK/currency → GBP'],
  },
  {
    mistake: 'a zone that does not exist',
    good: 'Europe/Oslo',
    bad: 'Europe/Olso',
    told: ['unknown_zone 7:65 /program/markets/NO/zone → Europe/Oslo'],
  },
  {
    mistake: 'money of no market',
    good: 'voucher: { amount: 5,',
    bad: 'voucher: { amount: "5.00 USD",',
    told: ['wrong_currency 57:24 /rewards/five/voucher/amount'],
  },
  {
    mistake: 'money of one market in a part for two',
    good: 'voucher: { amount: 5,',
    bad: 'voucher: { amount: "5.00 GBP",',
    told: ['wrong_currency 57:24 /rewards/five/voucher/amount'],
  },
  {
    mistake: 'money finer than the smallest coin',
    good: 'voucher: { amount: 5,',
    bad: 'voucher: { amount: 5.005,',
    told: ['too_many_decimals 57:24 /rewards/five/voucher/amount'],
  },
  {
    mistake: 'money that is no money',
    good: 'voucher: { amount: 5,',
    bad: 'voucher: { amount: five,',
    told: ['malformed_money 57:24 /rewards/five/voucher/amount'],
  },
  {
    mistake: 'points finer than their decimals',
    good: 'amount: 50 }',
    bad: 'amount: 0.5 }',
    told: ['too_many_decimals 48:48 /rules/1/then/0/give/amount'],
  },
  {
    mistake: 'money where points stand',
    good: 'amount: 50 }',
    bad: 'amount: "50.00 GBP" }',
    told: ['wrong_currency 48:48 /rules/1/then/0/give/amount'],
  },
  {
    mistake: 'a date that is not in the calendar',
    good: 'from: 2026-01-01',
    bad: 'from: 2026-02-30',
    told: ['malformed_date 49:11 /rules/1/from'],
  },
  {
    mistake: 'a last day before the first',
    good: 'through: 2026-12-31',
    bad: 'through: 2025-12-31',
    told: ['dates_reversed 50:14 /rules/1/through'],
  },
  {
    mistake: 'a time in plain words',
    good: 'pending: P14D',
    bad: 'pending: 14 days',
    told: ['malformed_duration 22:14 /currencies/points/pending → P14D'],
  },
  {
    mistake: 'a time without its P',
    good: 'expires: { after: P6M, endOf: month }',
    bad: 'expires: { after: 6M }',
    told: ['malformed_duration 23:23 /currencies/points/expires/after → P6M'],
  },
  {
    mistake: 'a rate in plain words',
    good: 'points: 1, per',
    bad: 'points: one, per',
    told: ['malformed_rate 44:56 /rules/0/then/0/earn/points'],
  },
  {
    mistake: 'a rate over nothing',
    good: 'points: 1, per',
    bad: 'points: 1/0, per',
    told: ['malformed_rate 44:56 /rules/0/then/0/earn/points'],
  },
  {
    mistake: 'a rate as a float writes it',
    good: 'points: 1, per',
    bad: 'points: 1e3, per',
    told: ['malformed_rate 44:56 /rules/0/then/0/earn/points'],
  },
  {
    mistake: 'a rate of nothing',
    good: 'points: 1, per',
    bad: 'points: 0, per',
    told: ['out_of_range 44:56 /rules/0/then/0/earn/points'],
  },
  {
    mistake: 'fewer points than none',
    good: 'amount: 50 }',
    bad: 'amount: -50 }',
    told: ['out_of_range 48:48 /rules/1/then/0/give/amount'],
  },
  {
    mistake: 'a limit of no times',
    good: 'times: 1,',
    bad: 'times: 0,',
    told: ['out_of_range 51:21 /rules/1/limit/times'],
  },
  {
    mistake: 'a level that begins below the one before',
    good: 'at: 2000',
    bad: 'at: 400',
    told: ['thresholds_out_of_order 36:55 /ladders/status/levels/2/at'],
  },
  {
    mistake: 'a level that begins where the one before begins',
    good: 'at: 2000',
    bad: 'at: 500',
    told: ['thresholds_out_of_order 36:55 /ladders/status/levels/2/at'],
  },
  {
    mistake: 'a first level that not everyone has',
    good: 'at: 0',
    bad: 'at: 1',
    told: ['first_threshold 34:41 /ladders/status/levels/0/at'],
  },
  {
    mistake: 'a review at the end of a time that is not stated',
    good: 'review: first_of_month',
    bad: 'review: end_of_keeping',
    told: ['missing_word 37:13 /ladders/status/review'],
  },
  {
    mistake: 'two rules of one id',
    good: 'id: welcome',
    bad: 'id: earn',
    told: ['duplicate 45:9 /rules/1/id'],
  },
  {
    mistake: 'two levels of one id',
    good: 'id: gold,',
    bad: 'id: silver,',
    told: [
      'duplicate 36:15 /ladders/status/levels/2/id',
      'unknown_reference 46:36 /rules/1/on/reaches/0',
      'unknown_reference 87:61 /benefits/early_sale/earlier/levels/gold',
    ],
  },
  {
    mistake: 'products that are not there',
    good: 'products: goods, after',
    bad: 'products: godos, after',
    told: ['unknown_reference 16:54 /bases/goods/products → goods'],
  },
  {
    mistake: 'a base that is not there',
    good: 'base: goods, points',
    bad: 'base: good, points',
    told: ['unknown_reference 44:41 /rules/0/then/0/earn/base → goods'],
  },
  {
    mistake: 'a currency that is not there',
    good: 'give: { currency: points',
    bad: 'give: { currency: pionts',
    told: ['unknown_reference 48:32 /rules/1/then/0/give/currency → points'],
  },
  {
    mistake: 'a counter that is not there',
    good: 'by: { counter: spend }',
    bad: 'by: { counter: spending }',
    told: ['unknown_reference 32:20 /ladders/status/by/counter'],
  },
  {
    mistake: 'a ladder that is not there',
    good: 'level: status, reaches',
    bad: 'level: states, reaches',
    told: ['unknown_reference 46:18 /rules/1/on/level → status'],
  },
  {
    mistake: 'a level that is not there',
    good: 'reaches: [gold]',
    bad: 'reaches: [golden]',
    told: ['unknown_reference 46:36 /rules/1/on/reaches/0 → gold'],
  },
  {
    mistake: 'a reward that is not there',
    good: 'then: [{ give: { currency: points, amount: 50 } }]',
    bad: 'then: [{ issue: { reward: fife } }]',
    told: ['unknown_reference 48:31 /rules/1/then/0/issue/reward → five'],
  },
  {
    mistake: 'a market that is not there',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ market_is: { markets: [UKK] } }]',
    told: ['unknown_reference 47:37 /rules/1/when/0/market_is/markets/0 → UK'],
  },
  {
    mistake: 'a parameter that is not there',
    good: 'parameter: step',
    bad: 'parameter: steps',
    told: ['unknown_reference 55:52 /rewards/five/cost/amount/parameter → step'],
  },
  {
    mistake: 'a parameter without a value for a market',
    good: 'NO: [{ value: 100 }, { from: 2025-10-01, value: 150 }]',
    bad: '',
    told: ['parameter_without_value 11:3 /parameters/step'],
  },
  {
    mistake: 'a parameter whose dates fall',
    good: '{ from: 2025-10-01, value: 150 }',
    bad: '{ from: 2025-10-01, value: 150 }, { from: 2025-09-01, value: 1 }',
    told: ['dates_reversed 11:83 /parameters/step/NO/2/from'],
  },
  {
    mistake: 'a parameter that begins late',
    good: '{ value: 100 }, {',
    bad: '{',
    told: ['parameter_without_value 11:27 /parameters/step/NO/0/from'],
  },
  {
    mistake: 'two levels at once',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ level_is: { ladder: status, levels: [gold] } }, { level_is: { ladder: status, levels: [silver] } }]',
    told: ['never_matches 47:64 /rules/1/when/1/level_is'],
  },
  {
    mistake: 'two markets at once',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ market_is: { markets: [UK] } }, { market_is: { markets: [NO] } }]',
    told: ['never_matches 47:48 /rules/1/when/1/market_is'],
  },
  {
    mistake: 'dates outside the rule’s own',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ between_dates: { from: 2027-01-01, through: 2027-02-01 } }]',
    told: ['never_matches 47:14 /rules/1/when/0/between_dates'],
  },
  {
    mistake: 'a counter below what it must have',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ counter_at_least: { counter: visits, amount: 9 } }, { counter_below: { counter: visits, amount: 9 } }]',
    told: ['never_matches 47:68 /rules/1/when/1/counter_below'],
  },
  {
    mistake: 'products without a purchase',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ has_product: { products: goods } }]',
    told: ['never_matches 47:14 /rules/1/when/0/has_product'],
  },
  {
    mistake: 'money earned without a purchase',
    good: 'on: purchase',
    bad: 'on: enrolment',
    told: ['never_matches 44:9 /rules/0/then/0/earn → give'],
  },
  {
    mistake: 'any of nothing',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ any: [] }]',
    told: ['empty 47:19 /rules/1/when/0/any'],
  },
  {
    mistake: 'conditions three deep',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ any: [{ all: [{ not: { channel_is: { channels: [web] } } }] }] }]',
    told: ['nested_too_deep 47:35 /rules/1/when/0/any/0/all/0/not'],
  },
  {
    mistake: 'two conditions in one',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ member_for: { atLeast: P7D }, channel_is: { channels: [web] } }]',
    told: ['unknown_word 47:12 /rules/1/when/0'],
  },
  {
    mistake: 'a condition that is not known',
    good: '[{ member_for: { atLeast: P7D } }]',
    bad: '[{ membr_for: { atLeast: P7D } }]',
    told: ['unknown_word 47:14 /rules/1/when/0/membr_for → member_for'],
  },
  {
    mistake: 'an effect that is not known',
    good: '- earn: {',
    bad: '- eran: {',
    told: ['unknown_word 44:9 /rules/0/then/0/eran → earn'],
  },
  {
    mistake: 'a reward dearer than its points can ever be',
    good: 'UK: 500,',
    bad: 'UK: 50000,',
    told: ['never_affordable 55:39 /rewards/five/cost/amount'],
  },
  {
    mistake: 'a rule that counts what sets it off',
    good: 'on: { level: status, reaches: [gold] }\n    when: [{ member_for: { atLeast: P7D } }]\n    then: [{ give: { currency: points, amount: 50 } }]',
    bad: 'on: { counter: visits, every: 10 }\n    then: [{ count: { counter: visits, amount: 1 } }]',
    told: ['follow_up_cycle 46:9 /rules/1/on'],
  },
  {
    mistake: 'a rule whose points raise the level that sets it off',
    good: 'counts: { base: goods }, window',
    bad: 'counts: { earned: points }, window',
    told: ['follow_up_cycle 46:9 /rules/1/on'],
  },
  {
    mistake: 'a choice misspelt',
    good: 'issued: automatically',
    bad: 'issued: automaticaly',
    told: ['wrong_word 56:13 /rewards/five/issued → automatically'],
  },
  {
    mistake: 'a voucher that does not say what becomes of its change',
    good: 'change: kept, ',
    bad: '',
    told: ['missing_word 57:14 /rewards/five/voucher'],
  },
  {
    mistake: 'a voucher of two kinds',
    good: 'change: kept, ',
    bad: 'change: kept, percent: 10, ',
    told: ['missing_word 57:14 /rewards/five/voucher'],
  },
  {
    mistake: 'an expiry misspelt',
    good: 'expires: { after: P6M, endOf: month }',
    bad: 'expires: nevr',
    told: ['wrong_word 23:14 /currencies/points/expires → never'],
  },
  {
    mistake: 'a word of an alternative misspelt',
    good: 'expires: { after: P6M, endOf: month }',
    bad: 'expires: { aftr: P6M, endOf: month }',
    told: ['unknown_word 23:16 /currencies/points/expires/aftr → after'],
  },
  {
    mistake: 'a choice within an alternative',
    good: 'expires: { after: P6M, endOf: month }',
    bad: 'expires: { after: P6M, endOf: week }',
    told: ['wrong_word 23:35 /currencies/points/expires/endOf'],
  },
  {
    mistake: 'a trigger misspelt',
    good: 'on: purchase',
    bad: 'on: purchases',
    told: ['wrong_word 42:9 /rules/0/on → purchase'],
  },
  {
    mistake: 'a window that is none',
    good: 'counts: purchases, window: P12M',
    bad: 'counts: purchases, window: 12M',
    told: ['wrong_word 27:73 /counters/visits/window'],
  },
  {
    mistake: 'a name with a blank',
    good: '  visits: {',
    bad: '  "my visits": {',
    told: ['malformed_name 27:3 /counters/my visits'],
  },
];

function toldOf(text: string): readonly string[] {
  const reading = readProgram(text);
  if (!('problems' in reading)) return [];
  return reading.problems.map(({ code, line, column, pointer, remedy }) => {
    const nearest = /^Did you mean "(.*)"\?$/.exec(remedy ?? '');
    return `${code} ${line}:${column} ${pointer}${nearest ? ` → ${nearest[1]}` : ''}`;
  });
}

for (const { mistake, good, bad, told } of MISTAKES) {
  test(`${mistake} is told where it stands`, () => {
    assert.ok(SAMPLE_PROGRAM.includes(good), 'the good line is in the sample');
    assert.deepEqual(toldOf(SAMPLE_PROGRAM.replace(good, () => bad)), told);
  });
}

test('mistakes in different parts are all told at once, in the order of the document', () => {
  const text = SAMPLE_PROGRAM.replace('currency: GBP', 'currency: GPB')
    .replace('pending: P14D', 'pending: soon')
    .replace('reaches: [gold]', 'reaches: [golden]');
  assert.deepEqual(
    toldOf(text).map((line) => line.split(' ')[0]),
    ['unknown_currency', 'malformed_duration', 'unknown_reference'],
  );
});

test('a part that has a mistake is not said to be missing where others name it', () => {
  const text = SAMPLE_PROGRAM.replace('after: [discounts, vouchers]', 'after: [discount, vouchers]');
  assert.deepEqual(
    toldOf(text).map((line) => line.split(' ')[0]),
    ['wrong_word'],
  );
});

for (const [what, text] of Object.entries({
  'an empty document': '',
  'a list': '- program',
  'a single word': 'program',
  'a document of nested anchors': `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join(', ')}]`)
    .join('\n')}`,
})) {
  test(`${what} is told, not thrown`, () => {
    assert.notEqual(toldOf(text).length, 0);
  });
}

test('a good document is read', () => {
  assert.deepEqual(toldOf(SAMPLE_PROGRAM), []);
});
