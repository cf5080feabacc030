import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const PROGRAM = programFrom(`program:
  id: calendar-shop
  name: The Calendar Shop
  languages: [en]
  markets: { UK: { name: Britain, currency: GBP, zone: Europe/London } }
  returns: { within: P30D }
  late: { within: P30D, restore: false }
  birthdays: { changedBy: member }
bases:
  all: { name: everything, after: [discounts, vouchers], tax: included }
currencies:
  points:
    name: { one: point, other: points }
    decimals: 2
    rounding: { mode: keep, per: purchase }
    expires: { after: P6M, extended: { keptBy: [activity], within: P10D, by: P1M } }
    overdrawn: debt
counters:
  visits: { name: visits, counts: purchases, window: forever }
  spend: { name: spending, counts: { base: all }, window: month, per: member }
rules:
  - id: week-before
    on: { birthday: { before: P7D } }
    when: [{ counter_at_least: { counter: visits, amount: 1 } }]
    then: [{ give: { currency: points, amount: 100 } }]
  - id: in-the-week
    on: purchase
    when: [{ birthday_within: { through: week, after: P3D } }]
    then: [{ give: { currency: points, amount: 7 } }]
    limit: { times: 1, over: calendar_year }
  - id: monthly
    on: { period: month }
    when: [{ counter_at_least: { counter: spend, amount: 10 } }]
    then: [{ earn_counted: { currency: points, counter: spend, points: 1, per: 3 } }]
`);

const example = (name: string, joined: string, steps: string) => {
  test(name, () => assertExamples(PROGRAM, `examples:\n  - code: X\n${joined}\n    steps:\n${steps}`));
};

example(
  'who joins in the days before a birthday waits a year, and who never came gets nothing',
  `    members:
      early: { joined: 2026-04-01, birthday: "04-20" }
      late: { joined: 2026-04-14, birthday: "04-20" }
      absent: { joined: 2026-04-01, birthday: "04-20" }`,
  `      - { member: early, at: 2026-04-02, purchase: { lines: [{ total: "1.00 GBP" }] } }
      - { member: early, at: 2026-04-12 23:59, expect: { earned: { points: 0 } } }
      - { member: early, at: 2026-04-13, expect: { earned: { points: 100 } } }
      - { member: late, at: 2026-04-14 12:00, purchase: { lines: [{ total: "1.00 GBP" }] } }
      - { member: late, at: 2026-04-30, expect: { balance: { points: 0 } } }
      - { member: late, at: 2027-04-13, expect: { earned: { points: 100 } } }
      - { member: absent, at: 2027-04-30, expect: { balance: { points: 0 } } }
`,
);

example(
  'a week of the birthday runs from Monday, three days longer, and counts once a year',
  `    joined: 2026-01-01\n    birthday: "04-15"`,
  `      - { at: 2026-04-12 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { earned: { points: 0 } } }
      - { at: 2026-04-13 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { earned: { points: 7 } } }
      - { at: 2026-04-22 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { declined: [in-the-week] } }
      - { at: 2026-04-23 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { earned: { points: 0 }, declined: [] } }
      - { at: 2027-04-21 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { rules: [in-the-week] } }
`,
);

example(
  'a birthday around the turn of the year is seen from both sides',
  `    joined: 2026-01-10\n    birthday: "01-01"`,
  `      - { at: 2026-12-28 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { rules: [in-the-week] } }
      - { at: 2027-01-06 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { rules: [in-the-week] } }
      - { at: 2027-01-07 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { rules: [] } }
`,
);

example(
  'a month earns at its end from what was counted in it, less what came back, to the cent',
  `    joined: 2026-01-01`,
  `      - { at: 2026-01-31 23:59, as: bought, purchase: { lines: [{ total: "10.00 GBP", quantity: 2 }] } }
      - { at: 2026-02-01, expect: { earned: { points: 3.33 } } }
      - { at: 2026-02-02, purchase: { lines: [{ total: "9.99 GBP" }] } }
      - { at: 2026-03-01, expect: { earned: { points: 0 } } }
      - { at: 2026-03-02, as: back, purchase: { lines: [{ total: "10.00 GBP", quantity: 2 }] } }
      - { at: 2026-03-03, return: { purchase: back, lines: [{ line: 0, quantity: 1 }] } }
      - { at: 2026-04-01, expect: { earned: { points: 0 }, balance: { points: 3.33 } } }
`,
);

example(
  'activity in the last days before points are gone keeps them a month longer, and earlier activity does not',
  `    joined: 2026-01-01`,
  `      - { at: 2026-01-15, purchase: { lines: [{ total: "30.00 GBP" }] } }
      - { at: 2026-02-01, expect: { lots: { points: [{ amount: 10, until: 2026-08-01 }] } } }
      - { at: 2026-07-21, activity: visit, expect: { lots: { points: [{ amount: 10, until: 2026-08-01 }] } } }
      - { at: 2026-07-22, activity: visit, expect: { lots: { points: [{ amount: 10, until: 2026-09-01 }] } } }
      - { at: 2026-07-23, activity: visit, expect: { lots: { points: [{ amount: 10, until: 2026-09-01 }] } } }
      - { at: 2026-09-01, expect: { expired: { points: 10 } } }
`,
);
