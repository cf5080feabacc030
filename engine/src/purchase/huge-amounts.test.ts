import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const PROGRAM = `
program: { id: huge, name: Huge, languages: [en], markets: { UK: { name: the UK, currency: GBP, zone: Europe/London } }, returns: { within: always }, late: { within: always, restore: false } }
bases:
  all: { name: { en: everything }, after: [discounts], tax: included }
currencies:
  points: { name: { en: { one: point, other: points } }, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt }
  gems: { name: { en: { one: gem, other: gems } }, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt }
counters:
  spend: { name: { en: spending }, counts: { base: all }, window: forever }
rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: all, points: 1, per: 1 } }] }
  - { id: tenth, on: { counter: spend, every: 10 }, then: [{ give: { currency: gems, amount: 1 } }] }
rewards:
  one: { name: { en: a pound }, cost: { currency: points, amount: 10 }, issued: automatically, voucher: { amount: 1, change: kept } }
`;

test('no amount stalls the decider: a thousand vouchers and a thousand thresholds in one event, the rest with the next', () => {
  assertExamples(
    programFrom(PROGRAM),
    `
examples:
  - code: rest
    joined: 2026-01-01
    steps:
      - { at: 2026-01-02 10:00, as: a, purchase: { lines: [{ total: "12000.00 GBP" }] }, expect: { earned: { points: 12000, gems: 1000 }, converted: { points: 10000 }, balance: { points: 2000 } } }
      - { at: 2026-01-02 10:01, purchase: { lines: [{ total: "0.01 GBP" }] }, expect: { earned: { gems: 200 }, converted: { points: 2000 }, balance: { points: 0, gems: 1200 } } }
      - { at: 2026-01-02 10:02, return: { purchase: a }, expect: { takenBack: { points: 12000, gems: 1200 }, balance: { points: 0, gems: 0 }, vouchers: [] } }
  - code: most
    joined: 2026-01-01
    steps:
      - { at: 2026-01-02 10:00, purchase: { lines: [{ total: "100000000000.01 GBP" }] }, expect: { refused: malformed } }
      - { at: 2026-01-02 10:00, purchase: { lines: [{ total: "1.00 GBP" }], tenders: [{ kind: cash, amount: "60000000000.00 GBP" }, { kind: card, amount: "60000000000.00 GBP" }] }, expect: { refused: malformed } }
      - { at: 2026-01-02 10:00, as: a, purchase: { lines: [{ total: "100000000000.00 GBP" }] }, expect: { earned: { points: 100000000000 } } }
      - { at: 2026-01-02 10:01, return: { purchase: a }, expect: { refund: "100000000000.00 GBP", balance: { points: 0, gems: 0 } } }
`,
  );
});
