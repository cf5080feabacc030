import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProgram } from '../read-program.ts';
import { SAMPLE_PROGRAM } from '../sample-program.ts';

/** What is written, and what is told of it: code, pointer and the nearest right name. */
const MISTAKES: readonly (readonly [mistake: string, good: string, bad: string, told: string])[] = [
  [
    'a refund that there is none of',
    'refund: if_unused',
    'refund: if_unusd',
    'wrong_word /clubs/plus/refund → if_unused',
  ],
  ['a club without a refund', '\n    refund: if_unused', '', 'missing_word /clubs/plus'],
  ['a club without plans', 'plans:\n      monthly: {', 'plans: {}\n    x: {', 'unknown_word /clubs/plus/x'],
  ['a price in another currency', 'price: 5,', 'price: "5.00 EUR",', 'wrong_currency /clubs/plus/plans/monthly/price'],
  ['a price below nothing', 'price: 5,', 'price: -5,', 'out_of_range /clubs/plus/plans/monthly/price'],
  [
    'a time in words',
    'every: P1M }\n    refund',
    'every: 1 month }\n    refund',
    'malformed_duration /clubs/plus/plans/monthly/every → P1M',
  ],
  [
    'a plan that becomes one that there is not',
    'every: P1M }\n    refund',
    'every: P1M, becomes: montly }\n    refund',
    'unknown_reference /clubs/plus/plans/monthly/becomes → monthly',
  ],
  [
    'a plan that ends before it begins',
    'every: P1M }\n    refund',
    'every: P1M, from: 2026-02-01, through: 2026-01-01 }\n    refund',
    'dates_reversed /clubs/plus/plans/monthly/through',
  ],
  [
    'a plan for a purchase that nobody makes when joining',
    'every: P1M }\n    refund',
    'every: P1M, when: [{ spend_at_least: { base: goods, amount: 5 } }] }\n    refund',
    'never_matches /clubs/plus/plans/monthly/when/0',
  ],
  [
    'a reward that there is none of',
    'refund: if_unused',
    'refund: if_unused\n    rewards: [{ reward: fife, every: P1M }]',
    'unknown_reference /clubs/plus/rewards/0/reward → five',
  ],
  [
    'a reward that is bought with points',
    'refund: if_unused',
    'refund: if_unused\n    rewards: [{ reward: five, every: P1M }]',
    'never_matches /clubs/plus/rewards/0/reward',
  ],
  [
    'retries out of order',
    'refund: if_unused',
    'refund: if_unused\n    retries: [P3D, P1D]',
    'thresholds_out_of_order /clubs/plus/retries/1',
  ],
  [
    'a condition on a club that there is none of',
    'on: purchase\n',
    'on: purchase\n    when: [{ subscribed: { club: plush } }]\n',
    'unknown_reference /rules/0/when/0/subscribed/club → plus',
  ],
  [
    'a condition on a plan that there is none of',
    'on: purchase\n',
    'on: purchase\n    when: [{ subscribed: { club: plus, plans: [yearly] } }]\n',
    'unknown_reference /rules/0/when/0/subscribed/plans/0',
  ],
  [
    'points for a counter when no period ends',
    'earn: { currency: points, base: goods, points: 1, per: 1 }',
    'earn_counted: { currency: points, counter: spend, points: 1, per: 1 }',
    'never_matches /rules/0/then/0/earn_counted',
  ],
  ['a period that never ends', 'on: purchase\n', 'on: { period: forever }\n', 'wrong_word /rules/0/on/period'],
  [
    'a purchase looked for on a birthday',
    'on: purchase\n',
    'on: birthday\n    when: [{ code_entered: { code: X } }]\n',
    'never_matches /rules/0/when/0/code_entered',
  ],
  [
    'a step for a rounding that keeps everything',
    'mode: floor, per',
    'mode: keep, step: 0.5, per',
    'unknown_word /currencies/points/rounding/step',
  ],
];

function toldOf(text: string): readonly string[] {
  const reading = readProgram(text);
  if (!('problems' in reading)) return [];
  return reading.problems.map(({ code, pointer, remedy }) => {
    const nearest = /^Did you mean "(.*)"\?$/.exec(remedy ?? '');
    return `${code} ${pointer}${nearest ? ` → ${nearest[1]}` : ''}`;
  });
}

for (const [mistake, good, bad, told] of MISTAKES) {
  test(`${mistake} is told where it stands`, () => {
    assert.ok(SAMPLE_PROGRAM.includes(good), 'the good line is in the sample');
    assert.ok(
      toldOf(SAMPLE_PROGRAM.replace(good, () => bad)).includes(told),
      String(toldOf(SAMPLE_PROGRAM.replace(good, () => bad))),
    );
  });
}
