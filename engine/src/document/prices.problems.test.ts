import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProgram } from './read-program.ts';
import { SAMPLE_PROGRAM } from './sample-program.ts';

/** A rule in the sample program's place for one, or a change elsewhere, and the code, pointer and remedy that are told. */
const MISTAKES: readonly (readonly [mistake: string, rule: string, told: string])[] = [
  [
    'a discount of two kinds',
    'on: purchase, then: [{ discount: { percent: 10, amount: 5 } }]',
    'missing_word /rules/0/then/0/discount A discount is a percent, an amount or a price; this one says percent and amount.',
  ],
  [
    'a discount of nothing',
    'on: purchase, then: [{ discount: { products: goods } }]',
    'missing_word /rules/0/then/0/discount A discount is a percent, an amount or a price; this one says none of them.',
  ],
  [
    'more than the whole price',
    'on: purchase, then: [{ discount: { percent: 110 } }]',
    'out_of_range /rules/0/then/0/discount/percent A percentage is at most 100.',
  ],
  [
    'a gift that there is not',
    'on: purchase, then: [{ gift: { firstOf: [candel] } }]',
    'unknown_reference /rules/0/then/0/gift/firstOf/0 There is no gift "candel". Did you mean "candle"?',
  ],
  ['no gift at all', 'on: purchase, then: [{ gift: { firstOf: [] } }]', 'empty /rules/0/then/0/gift/firstOf'],
  [
    'a delivery fee in another currency than the market’s',
    'on: purchase, when: [{ market_is: { markets: [NO] } }], then: [{ delivery: { fee: "4.90 GBP" } }]',
    'wrong_currency /rules/0/then/0/delivery/fee',
  ],
  [
    'a discount where nothing is bought',
    'on: enrolment, then: [{ discount: { percent: 10 } }]',
    'never_matches /rules/0/then/0/discount "discount" is for a purchase, but the rule is not on a purchase.',
  ],
  [
    'points that shall not combine',
    'on: purchase, then: [{ give: { currency: points, amount: 5 } }], combines: false',
    'unknown_word /rules/0/combines "combines" is only for a rule with a discount, a gift or delivery.',
  ],
  [
    'a list that there is not',
    'on: purchase, when: [{ on_list: { list: clubb } }], then: [{ discount: { percent: 10 } }]',
    'unknown_reference /rules/0/when/0/on_list/list There is no list "clubb". Did you mean "club"?',
  ],
];

for (const [mistake, rule, told] of MISTAKES) {
  test(`${mistake} is told where it stands`, () => {
    const read = readProgram(SAMPLE_PROGRAM.replace('rules:\n', `rules:\n  - { id: made, ${rule} }\n`));
    assert.ok('problems' in read, 'it is read without a problem');
    const all = read.problems.map(
      ({ code, pointer, message, remedy = '' }) => `${code} ${pointer} ${message} ${remedy}`,
    );
    assert.equal(all.length, 1, all.join('\n'));
    assert.ok(all[0]?.startsWith(told), `${all[0]}\n${told}`);
  });
}

test('a list that ends before it begins is told where it ends', () => {
  const list = 'club: { name: { en: club, da: klub }, from: 2026-02-01, through: 2026-01-31 }';
  const read = readProgram(SAMPLE_PROGRAM.replace('club: { name: { en: club, da: klub } }', list));
  assert.ok('problems' in read);
  assert.deepEqual(
    read.problems.map(({ code, pointer }) => `${code} ${pointer}`),
    ['dates_reversed /lists/club/through'],
  );
});
