import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const PROGRAM = programFrom(`
program: { id: quarter, name: Quarter, languages: [en], markets: { UK: { name: the UK, currency: GBP, zone: Europe/London } }, returns: { within: always }, late: { within: P30D, restore: false } }
bases:
  all: { name: { en: everything }, after: [discounts], tax: included }
currencies:
  points: { name: { en: { one: point, other: points } }, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt }
counters:
  spend: { name: { en: spending }, counts: { base: all }, window: quarter }
rules:
  - { id: quarterly, on: { period: quarter }, then: [{ earn_counted: { currency: points, counter: spend, points: 1, per: 10 } }] }
`);

test('a return after the quarter takes back what the quarter would not have given, in parts and never twice', () => {
  assertExamples(
    PROGRAM,
    `
examples:
  - code: quarter
    joined: 2026-01-01
    steps:
      - { at: 2026-02-01 10:00, as: one, purchase: { lines: [{ quantity: 2, total: "50.00 GBP" }] } }
      - { at: 2026-02-02 10:00, purchase: { lines: [{ total: "58.00 GBP" }] } }
      # 108.00 in the quarter: 10 points.
      - { at: 2026-04-01, expect: { earned: { points: 10 }, balance: { points: 10 } } }
      # 83.00 are left: 8 points.
      - { at: 2026-04-02 10:00, return: { purchase: one, lines: [{ line: 0, quantity: 1 }] }, expect: { takenBack: { points: 2 }, balance: { points: 8 } } }
      # 58.00: 5 points.
      - { at: 2026-04-03 10:00, return: { purchase: one }, expect: { takenBack: { points: 3 }, balance: { points: 5 } } }
      - { at: 2026-07-01, expect: { earned: { points: 0 }, balance: { points: 5 } } }
`,
  );
});
