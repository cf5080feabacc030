import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const TWO_CURRENCIES = `
program: { id: two, name: Two, languages: [en], markets: { DK: { name: Denmark, currency: DKK, zone: Europe/Copenhagen }, DE: { name: Germany, currency: EUR, zone: Europe/Berlin } }, returns: { within: always }, late: { within: always, restore: false } }
parameters:
  worth: { DK: "50.00 DKK", DE: "5.00 EUR" }
bases:
  net: { name: { en: goods }, after: [vouchers, points], tax: included }
currencies:
  points: { name: { en: { one: point, other: points } }, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt, cost: 0.1 }
  krone: { name: { en: { one: krone, other: kroner } }, money: DKK, rounding: { mode: floor, per: purchase }, expires: never, overdrawn: debt }
rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: net, points: 1, per: 1 } }, { earn: { currency: krone, base: net, points: 0.1, per: 1 } }] }
rewards:
  worth: { name: { en: a voucher }, cost: { currency: points, amount: 100 }, issued: on_request, voucher: { amount: { parameter: worth }, change: kept } }
`;

test('fifty kroner do not pay fifty euros: vouchers and money are worth what their own currency says, points what the shop abroad says', () => {
  assertExamples(
    programFrom(TWO_CURRENCIES),
    `
examples:
  - code: abroad
    joined: 2026-03-01
    market: DK
    steps:
      - { at: 2026-03-01 10:00, purchase: { lines: [{ total: "200.00 DKK" }] }, expect: { earned: { points: 200, krone: 20 } } }
      - { at: 2026-03-02 10:00, redeem: worth }
      - { at: 2026-03-02 11:00, as: points, hold: { currency: points, amount: 60, until: 2026-03-05 } }
      - { at: 2026-03-02 11:00, as: money, hold: { currency: krone, amount: 20, until: 2026-03-05 } }
      - { at: 2026-03-02 12:00, quote: { lines: [{ total: "100.00 EUR" }], vouchers: [worth] }, expect: { refused: currency_mismatch } }
      - { at: 2026-03-02 12:01, purchase: { strict: true, lines: [{ total: "100.00 EUR" }], vouchers: [worth] }, expect: { refused: currency_mismatch } }
      - { at: 2026-03-02 12:02, quote: { lines: [{ total: "100.00 EUR" }], holds: [money] }, expect: { refused: currency_mismatch } }
      - { at: 2026-03-02 12:03, quote: { lines: [{ total: "100.00 EUR" }], holds: [points] }, expect: { toPay: "94.00 EUR" } }
      - { at: 2026-03-02 12:04, quote: { lines: [{ total: "100.00 DKK" }], vouchers: [worth], holds: [points, money] }, expect: { toPay: "24.00 DKK" } }
`,
  );
});

test('a return of nothing is no return', () => {
  assertExamples(
    programFrom(TWO_CURRENCIES),
    `
examples:
  - code: nothing
    joined: 2026-03-01
    market: DK
    steps:
      - { at: 2026-03-01 10:00, as: one, purchase: { lines: [{ total: "200.00 DKK" }] } }
      - { at: 2026-03-02 10:00, return: { purchase: one, lines: [] }, expect: { refused: malformed } }
      - { at: 2026-03-02 10:01, return: { purchase: one, lines: [{ line: 0, quantity: 0 }] }, expect: { refused: malformed } }
`,
  );
});
