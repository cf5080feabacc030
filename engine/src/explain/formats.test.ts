import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locale } from '../program.ts';
import { formatLast } from './durations.ts';
import {
  formatDay,
  formatExactPoints,
  formatMoney,
  formatMoneyStep,
  formatPoints,
  formatShortMoney,
} from './formats.ts';

const stars = {
  name: { en: { one: 'star', other: 'stars' }, sv: { one: 'stjärna', other: 'stjärnor' } },
  money: undefined,
  decimals: 2,
};

/** Languages put a space that does not break between number and currency. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

const CASES: readonly (readonly [said: string, made: string])[] = [
  ['£5.00', formatMoney(500, 'GBP', 'en')],
  ['5,00 £', formatMoney(500, 'GBP', 'da')],
  ['1 234,50 kr', formatMoney(123_450, 'SEK', 'sv')],
  ['−5,00 kr', formatMoney(-500, 'NOK', 'nb')],
  ['¥500', formatMoney(500, 'JPY', 'en').replace('JP', '')],
  ['500 kr.', formatShortMoney(50_000, 'DKK', 'da')],
  ['499,50 kr.', formatShortMoney(49_950, 'DKK', 'da')],
  ['britisk pund', formatMoneyStep(100, 'GBP', 'da')],
  ['brittiskt pund', formatMoneyStep(100, 'GBP', 'sv')],
  ['norsk krone', formatMoneyStep(100, 'NOK', 'nb')],
  ['£1', formatMoneyStep(100, 'GBP', 'en')],
  ['13.58 stars', formatPoints(1358, stars, 'en')],
  ['1,00 stjärnor', formatPoints(100, stars, 'sv')],
  ['1 star', formatExactPoints({ n: 100, d: 1 }, stars, 'en')],
  ['1.255 stars', formatExactPoints({ n: 251, d: 2 }, stars, 'en')],
  ['90,071,992,547,409.91 stars', formatPoints(Number.MAX_SAFE_INTEGER, stars, 'en')],
  ['29 February 2028', formatDay(21_243, 'en')],
  ['29. februar 2028', formatDay(21_243, 'nb')],
];

for (const [said, made] of CASES) {
  test(`${said} is written as its language writes it`, () => {
    assert.equal(plain(made), said);
  });
}

test('the last twelve months are said in the form that each language wants', () => {
  const said = (['en', 'da', 'sv', 'nb'] as readonly Locale[]).map((locale) =>
    formatLast({ months: 12, days: 0, seconds: 0 }, locale),
  );
  assert.deepEqual(said, [
    'the last 12 months',
    'de seneste 12 måneder',
    'de senaste 12 månaderna',
    'de siste 12 månedene',
  ]);
});
