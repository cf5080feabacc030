import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const program = (returns: string) =>
  programFrom(`
program: { id: levels, name: Levels, languages: [en], markets: { US: { name: the US, currency: USD, zone: America/New_York } }, returns: { within: always }, late: { within: always, restore: false } }
bases:
  all: { name: { en: everything }, after: [vouchers], tax: included }
products:
  treats: { name: { en: treats }, categories: [treat] }
currencies:
  points: { name: { en: { one: point, other: points } }, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt }
counters:
  spend: { name: { en: spending }, counts: { base: all }, window: calendar_year }
ladders:
  status:
    name: { en: status }
    by: { counter: spend }
    levels: [{ id: a, name: A, at: 0 }, { id: b, name: B, at: "100.00 USD" }, { id: c, name: C, at: "1000.00 USD" }]
    keeps: { calendarYears: 1 }
    review: end_of_keeping
    falls: to_qualified
    returns: ${returns}
rules:
  - { id: points, on: { level: status, reaches: [b, c] }, then: [{ give: { currency: points, amount: 50 } }] }
  - { id: treat, on: { level: status, reaches: [b] }, limit: { times: 1, over: calendar_year }, then: [{ issue: { reward: treat } }] }
rewards:
  treat: { name: { en: a treat }, issued: by_rules, voucher: { product: treats, uses: 1 } }
`);

const START = `
examples:
  - code: level
    joined: 2026-01-01
    steps:
      - { at: 2026-02-01 12:00, as: one, purchase: { lines: [{ total: "99.00 USD" }] } }
      - { at: 2026-02-02 12:00, as: two, purchase: { lines: [{ total: "1.00 USD" }] }, expect: { level: { status: b }, issued: [treat], balance: { points: 50 } } }
`;

test('a level that a return takes away takes its gifts with it, and gives them again when it is reached again', () => {
  assertExamples(
    program('lower'),
    `${START}
      - { at: 2026-02-03 12:00, return: { purchase: two }, expect: { level: { status: a }, vouchers: [], balance: { points: 0 } } }
      - { at: 2026-02-04 12:00, purchase: { lines: [{ total: "1.00 USD" }] }, expect: { level: { status: b }, issued: [treat], balance: { points: 50 } } }
      - { at: 2026-02-05 12:00, as: big, purchase: { lines: [{ total: "900.00 USD" }] }, expect: { level: { status: c }, balance: { points: 100 } } }
      - { at: 2026-02-06 12:00, return: { purchase: big }, expect: { level: { status: b }, vouchers: [{ reward: treat }], balance: { points: 50 } } }
`,
  );
});

test('a gift that was used is not given a second time for the same year', () => {
  assertExamples(
    program('lower'),
    `${START}
      - { at: 2026-02-03 12:00, purchase: { lines: [{ total: "5.00 USD", categories: [treat] }], vouchers: [treat] }, expect: { toPay: "0.00 USD" } }
      - { at: 2026-02-04 12:00, return: { purchase: one }, expect: { level: { status: a }, balance: { points: 0 } } }
      - { at: 2026-02-05 12:00, purchase: { lines: [{ total: "99.00 USD" }] }, expect: { level: { status: b }, issued: [], balance: { points: 50 } } }
`,
  );
});

test('where returns keep the level, its gifts stay too', () => {
  assertExamples(
    program('keep'),
    `${START}
      - { at: 2026-02-03 12:00, return: { purchase: two }, expect: { level: { status: b }, vouchers: [{ reward: treat }], balance: { points: 50 } } }
`,
  );
});
