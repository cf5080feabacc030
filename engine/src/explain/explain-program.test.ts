import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CONDITIONS } from '../conditions/conditions.ts';
import { SAMPLE_PROGRAM } from '../document/sample-program.ts';
import { EFFECTS } from '../effects/effects.ts';
import { LOCALES, type Locale } from '../program.ts';
import { explainProgram } from './explain-program.ts';

const programs = new URL('../../../programs/', import.meta.url);

/** Everything that only the document knows: durations, codes with underscores, braces, parameters, ids of parts. */
const RAW =
  /\bP\d+[DWMY]|\b[a-z]+_[a-z_]+(?<!gift_0001_)|[{}]|\bundefined\b|\bNaN\b|five-pounds|half|\bgoods_spend\b|Infinity/;

const approvedPrograms = readdirSync(programs).filter((name) =>
  existsSync(new URL(`${name}/explained.en.txt`, programs)),
);

for (const name of approvedPrograms) {
  for (const locale of LOCALES) {
    test(`${name} is told in ${locale} as it was approved`, () => {
      const approved = readFileSync(new URL(`${name}/explained.${locale}.txt`, programs), 'utf8');
      assert.equal(explainProgram(readFileSync(new URL(`${name}/program.yaml`, programs), 'utf8'), locale), approved);
    });
  }
}

/** Words that every text of a language uses, and words that only the others have. */
const OWN: Readonly<Record<Locale, RegExp>> = {
  en: wholeWords('the|is|are|which'),
  da: wholeWords('af|hvert|noget|tæller'),
  sv: wholeWords('och|är|att|från'),
  nb: wholeWords('hvert|teller|etter|noe'),
};
const FOREIGN: Readonly<Record<Locale, RegExp>> = {
  en: wholeWords('og|och|medlemmet|medlemmen|er|är'),
  da: wholeWords('the|is|are|och|är|noen|etter|kjøp|medlemmen|poeng|ikke lenger'),
  sv: wholeWords('the|is|are|og|er|medlemmet|hvis|køb|kjøp|poeng'),
  nb: wholeWords('the|is|are|och|är|køb|efter|medlemmen|pr|måneder ud|poäng'),
};

function wholeWords(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'u');
}

/** One program that uses every word of the format that is said in a sentence of its own. */
const EVERYTHING = SAMPLE_PROGRAM.replace('[en, da]', '[en, da, sv, nb]')
  .replace(
    'da: { one: point, other: point } }',
    'da: { one: X, other: X }, sv: { one: X, other: X }, nb: { one: X, other: X } }',
  )
  .replaceAll(/\{ en: [^{},]+, da: [^{},]+ \}/g, '{ en: X, da: X, sv: X, nb: X }');

function explained(text: string, locale: Locale): string {
  const told = explainProgram(text, locale);
  assert.doesNotMatch(told, /^\d+:\d+ /, told);
  return told;
}

const VARIANTS: readonly (readonly [good: string, other: string])[] = [
  ['expires: { after: P6M, endOf: month }', 'expires: never'],
  ['expires: { after: P6M, endOf: month }', 'expires: membership_year'],
  ['expires: { after: P6M, endOf: month }', 'expires: { after: P1Y, endOf: year }'],
  ['expires: { after: P6M, endOf: month }', 'expires: { after: P90D, unless: { ladder: status, levels: [gold] } }'],
  ['expires: { after: P6M, endOf: month }', 'expires: { dates: ["03-31", "09-30"] }'],
  [
    'expires: { after: P6M, endOf: month }',
    'expires: { inactivity: P12M, keptBy: [earning, spending, activity], unless: { ladder: status, levels: [gold] } }',
  ],
  ['rounding: { mode: floor, per: purchase }', 'rounding: { mode: half_up, step: 5, per: line }'],
  ['rounding: { mode: floor, per: purchase }', 'rounding: { mode: half_even, per: tender }'],
  ['rounding: { mode: floor, per: purchase }', 'rounding: { mode: ceiling, per: purchase }'],
  ['overdrawn: debt', 'overdrawn: nothing\n    cost: 0.005\n    per: member'],
  ['review: first_of_month', 'review: end_of_keeping\n    keeps: { calendarYears: 1 }\n    keptBy: reached'],
  ['review: first_of_month', 'review: first_of_year\n    keeps: { membershipYears: 0 }\n    keptBy: window'],
  ['review: first_of_month', 'review: never\n    up: period_end\n    grace: P30D'],
  ['falls: to_qualified', 'falls: one_step\n    keeps: P12M'],
  ['falls: to_qualified', 'falls: never\n    waysIn: [{ card: own_card, level: silver }]'],
  ['returns: keep', 'returns: lower'],
  [
    'voucher: { amount: 5, change: kept, valid: P90D }',
    'voucher: { percent: 12.5, atMost: 50, minimum: 100, uses: 2 }',
  ],
  [
    'voucher: { amount: 5, change: kept, valid: P90D }',
    'voucher: { product: goods, startsAfter: P1D, through: 2026-12-31 }\n    levels: { ladder: status, levels: [gold] }\n    stock: 1000\n    limit: { times: 2, over: P7D }',
  ],
  ['voucher: { amount: 5, change: kept, valid: P90D }', 'voucher: { amount: 5, change: lost, products: goods }'],
  ['issued: automatically', 'issued: on_request'],
  ['issued: automatically', 'issued: by_rules'],
  [
    'counts: purchases, window: P12M',
    'counts: { activity: review }, window: calendar_year, per: member, returns: keep',
  ],
  ['counts: purchases, window: P12M', 'counts: rules, window: forever'],
  ['counts: purchases, window: P12M', 'counts: { earned: points }, window: day'],
  ['counts: purchases, window: P12M', 'counts: purchases, window: P1M, when: [{ store_is: { stores: [12] } }]'],
  ['on: { level: status, reaches: [gold] }', 'on: { activity: review }\n    group: best'],
  ['on: { level: status, reaches: [gold] }', 'on: { counter: visits, every: 10 }'],
  ['on: { level: status, reaches: [gold] }', 'on: { counter: spend, at: 100 }'],
  ['on: { level: status, reaches: [gold] }', 'on: enrolment'],
  ['after: [discounts, vouchers], tax: included', 'after: [], tax: excluded, charges: [shipping], tenders: [cash]'],
  [
    'after: [discounts, vouchers], tax: included',
    'after: [points], tax: included, channels: { only: [web], not: [marketplace] }',
  ],
  ['not: { skus: [BAG] }', 'categories: [tea, "herb*"], all: [{ attributes: { brand: [own] } }]'],
  [
    'returns: { within: P30D }',
    'returns: { within: always }\n  corrections: { approvalAbove: 1000 }\n  holds: { longest: PT30M }',
  ],
  ['late: { within: P1Y, restore: false }', 'late: { within: always, restore: true }'],
  [
    'rewards:',
    'onStart: [{ keep_levels: { ladder: status, until: 2027-01-01 } }, { redate: { currency: points } }]\nrewards:',
  ],
  ['over: year, reached: trim', 'over: day, per: member, reached: decline, rules: [earn]'],
  ...CONDITIONS.map(
    ({ example }) => ['    on: purchase\n', `    on: purchase\n    when:\n      ${example}\n`] as const,
  ),
  ...EFFECTS.map(
    ({ example, on }) =>
      [
        '    on: purchase\n    then:\n      - earn: { currency: points, base: goods, points: 1, per: 1 }',
        `    on: ${on}\n    then:\n      ${example}`,
      ] as const,
  ),
];

for (const [good, other] of VARIANTS) {
  test(`${JSON.stringify(other.trim())} is told without a word of the document`, () => {
    assert.ok(EVERYTHING.includes(good), good);
    for (const locale of LOCALES) {
      const told = explained(
        EVERYTHING.replace(good, () => other),
        locale,
      );
      assert.doesNotMatch(told, RAW);
      assert.doesNotMatch(told, FOREIGN[locale]);
      assert.match(told, OWN[locale]);
      assert.notEqual(told, explained(EVERYTHING, locale), 'what is said depends on it');
    }
  });
}

test('a parameter is told for each market with its later value', () => {
  assert.match(
    explained(SAMPLE_PROGRAM, 'en'),
    /500 points in Britain and 100 points \(from 1 October 2025 150 points\) in Norway/,
  );
});

test('a document with mistakes is told as its mistakes', () => {
  assert.match(explainProgram('program: 5', 'en'), /^1:10 /);
});
