import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProgram } from './read-program.ts';
import { SAMPLE_PROGRAM } from './sample-program.ts';

/** One change in a good document, and what is told of it. */
const MISTAKES: readonly (readonly [mistake: string, good: string, bad: string, told: readonly string[]])[] = [
  [
    'an offer with the name of a rule',
    '  tea_week:',
    '  earn:',
    ['duplicate /offers/earn → Give it a name of its own.'],
  ],
  [
    'a challenge with the name of an offer',
    '  regular:',
    '  tea_week:',
    [
      'duplicate /offers/tea_week → Give it a name of its own.',
      'duplicate /challenges/tea_week → Give it a name of its own.',
    ],
  ],
  [
    'activations of an offer that nobody activates',
    '    activation: by_member\n    lasts: P7D\n',
    '    activations: { times: 2, over: month }\n',
    ['unknown_word /offers/tea_week/activations → Write "activation: by_member".'],
  ],
  [
    'a time after activation for an offer that is open by itself',
    '    activation: by_member\n',
    '',
    ['unknown_word /offers/tea_week/lasts → Say its days with "from" and "through".'],
  ],
  [
    'who may have an offer, told by the purchase',
    '    lasts: P7D\n',
    '    to: [{ code_entered: { code: TEA } }]\n',
    ['never_matches /offers/tea_week/to/0 → Write it under "when".'],
  ],
  [
    'an offer that ends before it begins',
    '    lasts: P7D\n',
    '    from: 2026-05-01\n    through: 2026-04-30\n',
    ['dates_reversed /offers/tea_week/through → Exchange the two dates.'],
  ],
  [
    'a discount for what is collected',
    '    uses: 1\n',
    '    uses: 1\n    collect: { counts: purchases, amount: 3 }\n',
    ['never_matches /offers/tea_week/then/0/discount'],
  ],
  [
    'what becomes of what was not collected',
    '    uses: 1\n',
    '    uses: 1\n    returns: deduct\n',
    ['unknown_word /offers/tea_week/returns'],
  ],
  [
    'an amount in the wrong unit',
    '    uses: 1\n    then: [{ discount: { percent: 20 } }]\n',
    '    collect: { counts: purchases, amount: "3.00 GBP" }\n    then: [{ issue: { reward: five } }]\n',
    ['wrong_currency /offers/tea_week/collect/amount'],
  ],
  [
    'a streak within a window',
    'streak: { of: week, length: 4 }',
    'streak: { of: week, length: 4 }\n    window: month',
    ['unknown_word /challenges/regular/window'],
  ],
  [
    'a challenge for nothing',
    '    then: [{ give: { currency: points, amount: 40 } }]\n',
    '',
    ['missing_word /challenges/regular → Write "then" or "badge".'],
  ],
  [
    'a step of an unknown base',
    'counts: purchases, amount: 1 }',
    'counts: { base: godos }, amount: 1 }',
    ['unknown_reference /challenges/regular/steps/0/counts/base → Did you mean "goods"?'],
  ],
  [
    'two steps of one id',
    'counts: purchases, amount: 1 }]',
    'counts: purchases, amount: 1 }, { id: visit, name: again, counts: purchases, amount: 1 }]',
    ['duplicate /challenges/regular/steps/0/id', 'duplicate /challenges/regular/steps/1/id'],
  ],
  [
    'a grant of an offer that is not there',
    'then: [{ give: { currency: points, amount: 50 } }]',
    'then: [{ grant: { offer: tea_weak } }]',
    ['unknown_reference /rules/1/then/0/grant/offer → Did you mean "tea_week"?'],
  ],
  [
    'early access to what has no first day',
    '    from: 2026-07-01\n',
    '',
    ['unknown_word /benefits/early_sale/earlier → Say with "from" when it begins for everyone.'],
  ],
  [
    'early access on an unknown level',
    'levels: { silver: P1D',
    'levels: { sliver: P1D',
    ['unknown_reference /benefits/early_sale/earlier/levels/sliver → Did you mean "silver"?'],
  ],
  [
    'a challenge that sets itself off',
    'id: visit, name: { en: a visit, da: et besøg }, counts: purchases, amount: 1 }]',
    'id: visit, name: { en: a visit, da: et besøg }, counts: { earned: points }, amount: 1 }]',
    ['follow_up_cycle /challenges/regular → Let it count or give something that does not lead back to it.'],
  ],
];

for (const [mistake, good, bad, told] of MISTAKES) {
  test(`${mistake} is told with its place and what to do`, () => {
    assert.ok(SAMPLE_PROGRAM.includes(good), 'the change is of something in the sample');
    const reading = readProgram(SAMPLE_PROGRAM.replace(good, () => bad));
    const problems = 'problems' in reading ? reading.problems : [];
    assert.deepEqual(
      problems.map(({ code, pointer, remedy }) => `${code} ${pointer}${remedy === undefined ? '' : ` → ${remedy}`}`),
      told,
    );
    for (const { line, column } of problems) assert.ok(line > 1 && column > 0);
  });
}
