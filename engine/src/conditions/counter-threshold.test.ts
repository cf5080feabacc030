import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const PROGRAM = `
program: { id: days, name: Days, languages: [en], markets: { UK: { name: the UK, currency: GBP, zone: Europe/London } }, returns: { within: always }, late: { within: always, restore: false } }
bases:
  all: { name: { en: everything }, after: [discounts], tax: included }
currencies:
  points: { name: { en: { one: point, other: points } }, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt }
counters:
  app_day: { name: { en: the day’s spending in the app }, counts: { base: all }, window: day, when: [{ channel_is: { channels: [app] } }] }
  visits: { name: { en: visits }, counts: purchases, window: forever }
rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: all, points: 1, per: 1 } }] }
  - { id: large-day, on: purchase, when: [{ channel_is: { channels: [app] } }, { counter_at_least: { counter: app_day, amount: 150, including: this_purchase } }], then: [{ multiply: { currency: points, by: 10 } }] }
  - { id: third, on: purchase, when: [{ counter_at_least: { counter: visits, amount: 3, including: this_purchase } }], then: [{ give: { currency: points, amount: 5 } }] }
`;

test('a total over a day counts the purchases so far with this one, and a return takes back what the smaller one would not have reached', () => {
  assertExamples(
    programFrom(PROGRAM),
    `
examples:
  - code: day
    joined: 2026-01-01
    steps:
      - { at: 2026-01-02 10:00, channel: app, purchase: { lines: [{ total: "100.00 GBP" }] }, expect: { earned: { points: 100 } } }
      - { at: 2026-01-02 11:00, channel: web, purchase: { lines: [{ total: "100.00 GBP" }] }, expect: { earned: { points: 100 } } }
      - { at: 2026-01-02 12:00, channel: app, as: last, purchase: { lines: [{ total: "49.99 GBP" }, { total: "0.01 GBP" }] }, expect: { earned: { points: 505 } } }
      - { at: 2026-01-03 12:00, return: { purchase: last, lines: [{ line: 1 }] }, expect: { takenBack: { points: 451 } } }
      - { at: 2026-01-03 13:00, channel: app, purchase: { lines: [{ total: "100.00 GBP" }] }, expect: { earned: { points: 105 } } }
`,
  );
});
