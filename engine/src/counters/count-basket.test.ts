import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const PROGRAM = `
program: { id: counts, name: Counts, languages: [en], markets: { UK: { name: the UK, currency: GBP, zone: Europe/London } }, returns: { within: always }, late: { within: always, restore: false } }
bases:
  all: { name: { en: everything }, after: [discounts], tax: included }
currencies:
  points: { name: { en: { one: point, other: points } }, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt }
counters:
  large: { name: { en: large purchases }, counts: purchases, window: forever, when: [{ spend_at_least: { base: all, amount: "10.00 GBP" } }] }
  reviews: { name: { en: reviews in the app }, counts: { activity: review }, window: forever, when: [{ channel_is: { channels: [app] } }] }
  earned: { name: { en: points earned }, counts: { earned: points }, window: forever }
rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: all, points: 1, per: 1 } }] }
  - { id: second, on: { counter: large, every: 2 }, limit: { times: 1, over: month }, then: [{ give: { currency: points, amount: 50 } }] }
`;

test('a counter counts only what its conditions hold for, and a return that breaks them lowers it', () => {
  assertExamples(
    programFrom(PROGRAM),
    `
examples:
  - code: purchases
    joined: 2026-01-01
    steps:
      - { at: 2026-01-02 10:00, purchase: { lines: [{ total: "9.99 GBP" }] }, expect: { counters: { large: 0 } } }
      - { at: 2026-01-02 11:00, as: two, purchase: { lines: [{ total: "6.00 GBP" }, { total: "4.00 GBP" }] }, expect: { counters: { large: 1 } } }
      - { at: 2026-01-03 10:00, return: { purchase: two, lines: [{ line: 1 }] }, expect: { counters: { large: 0 } } }
      - { at: 2026-01-03 11:00, return: { purchase: two }, expect: { counters: { large: 0 } } }
  - code: activities
    joined: 2026-01-01
    steps:
      - { at: 2026-01-02 10:00, activity: review, expect: { counters: { reviews: 0 } } }
      - { at: 2026-01-02 10:00, channel: app, activity: review, expect: { counters: { reviews: 1 } } }
`,
  );
});

test('points given for a threshold count as earned until the threshold is lost, and so does its limit', () => {
  assertExamples(
    programFrom(PROGRAM),
    `
examples:
  - code: lost
    joined: 2026-01-01
    steps:
      - { at: 2026-01-02 10:00, purchase: { lines: [{ total: "10.00 GBP" }] } }
      - { at: 2026-01-03 10:00, as: two, purchase: { lines: [{ total: "10.00 GBP" }] }, expect: { earned: { points: 60 }, counters: { earned: 70 } } }
      - { at: 2026-01-04 10:00, return: { purchase: two }, expect: { takenBack: { points: 60 }, counters: { earned: 10 } } }
      - { at: 2026-01-05 10:00, purchase: { lines: [{ total: "10.00 GBP" }] }, expect: { earned: { points: 60 }, counters: { earned: 70 } } }
`,
  );
});
