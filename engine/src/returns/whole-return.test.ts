import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const PROGRAM = `
program: { id: whole, name: Whole, languages: [en], markets: { UK: { name: the UK, currency: GBP, zone: Europe/London } }, returns: { within: always }, late: { within: always, restore: false } }
currencies:
  points: { name: { en: { one: point, other: points } }, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt }
products:
  coffee: { name: { en: coffee }, categories: [coffee] }
counters:
  stamps: { name: { en: stamps }, counts: rules, window: forever }
rules:
  - { id: each, on: purchase, limit: { times: 1, over: day }, then: [{ give: { currency: points, amount: 50 } }, { count: { counter: stamps, amount: 1 } }, { issue: { reward: coffee } }] }
rewards:
  coffee: { name: { en: a coffee }, issued: by_rules, voucher: { product: coffee, uses: 1 } }
`;

test('what any purchase gives stays while something of it is kept, and goes with the last of it', () => {
  assertExamples(
    programFrom(PROGRAM),
    `
examples:
  - code: whole
    joined: 2026-01-01
    steps:
      - { at: 2026-01-02 10:00, as: one, purchase: { lines: [{ total: "0.00 GBP" }, { total: "9.00 GBP" }] }, expect: { earned: { points: 50 }, issued: [coffee], counters: { stamps: 1 } } }
      - { at: 2026-01-02 11:00, purchase: { lines: [{ total: "9.00 GBP" }] }, expect: { earned: { points: 0 }, declined: [each] } }
      - { at: 2026-01-02 12:00, return: { purchase: one, lines: [{ line: 1 }] }, expect: { takenBack: { points: 0 }, vouchers: [{ reward: coffee }], counters: { stamps: 1 } } }
      - { at: 2026-01-02 13:00, return: { purchase: one }, expect: { takenBack: { points: 50 }, balance: { points: 0 }, vouchers: [], counters: { stamps: 0 } } }
      - { at: 2026-01-02 14:00, purchase: { lines: [{ total: "9.00 GBP" }] }, expect: { earned: { points: 50 }, issued: [coffee], counters: { stamps: 1 } } }
`,
  );
});
