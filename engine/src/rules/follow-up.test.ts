import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const STAMPS = `
program: { id: stamps, name: Stamps, languages: [en], markets: { DK: { name: Denmark, currency: DKK, zone: Europe/Copenhagen } }, returns: { within: always }, late: { within: always, restore: false } }
products:
  coffee: { name: { en: coffee }, categories: [coffee] }
bases:
  all: { name: { en: everything }, after: [vouchers], tax: included }
counters:
  visits: { name: { en: visits }, counts: purchases, window: forever }
rules:
  - { id: third, on: { counter: visits, every: 3 }, then: [{ issue: { reward: coffee } }] }
rewards:
  coffee: { name: { en: a coffee }, issued: by_rules, voucher: { product: coffee, uses: 1, valid: P30D } }
`;

const START = `
examples:
  - code: stamps
    joined: 2026-03-01
    steps:
      - { at: 2026-03-01 08:00, purchase: &visit { lines: [{ total: "30.00 DKK", categories: [coffee] }] } }
      - { at: 2026-03-02 08:00, as: second, purchase: *visit }
      - { at: 2026-03-03 08:00, as: third, purchase: *visit, expect: { issued: [coffee] } }
`;

test('a return and a new purchase do not give a second voucher for one threshold after the first was used', () => {
  assertExamples(
    programFrom(STAMPS),
    `${START}
      - { at: 2026-03-04 08:00, as: free, purchase: { lines: [{ total: "30.00 DKK", categories: [coffee] }], vouchers: [coffee] }, expect: { toPay: "0.00 DKK", counters: { visits: 4 } } }
      - { at: 2026-03-05 08:00, return: { purchase: second } }
      - { at: 2026-03-05 09:00, return: { purchase: third }, expect: { counters: { visits: 2 } } }
      - { at: 2026-03-06 08:00, purchase: *visit, expect: { issued: [], counters: { visits: 3 } } }
      - { at: 2026-03-07 08:00, purchase: *visit }
      - { at: 2026-03-07 09:00, purchase: *visit }
      - { at: 2026-03-08 08:00, purchase: *visit, expect: { issued: [coffee], counters: { visits: 6 } } }
`,
  );
});

test('nor after it has expired; an unused one goes with its threshold and comes again with it', () => {
  assertExamples(
    programFrom(STAMPS),
    `${START}
      - { at: 2026-04-02, expect: { vouchers: [] } }
      - { at: 2026-04-03 08:00, return: { purchase: third }, expect: { counters: { visits: 2 } } }
      - { at: 2026-04-04 08:00, purchase: *visit, expect: { issued: [] } }
`,
  );
  assertExamples(
    programFrom(STAMPS),
    `${START}
      - { at: 2026-03-04 08:00, return: { purchase: third }, expect: { vouchers: [] } }
      - { at: 2026-03-05 08:00, purchase: *visit, expect: { issued: [coffee], vouchers: [{ reward: coffee, until: 2026-04-04 }] } }
`,
  );
});

const IN_WINDOW = (window: string) =>
  programFrom(STAMPS.replace('window: forever', `window: ${window}`).replace('valid: P30D', 'valid: P3Y'));

test('time alone takes no voucher back: a visit that leaves the window leaves what it helped to reach', () => {
  assertExamples(
    IN_WINDOW('P12M'),
    `${START}
      - { at: 2027-03-03 08:00, as: later, purchase: *visit, expect: { counters: { visits: 2 }, vouchers: [{ reward: coffee }] } }
      - { at: 2027-03-04 08:00, return: { purchase: later }, expect: { vouchers: [{ reward: coffee }] } }
      - { at: 2027-03-05 08:00, return: { purchase: third }, expect: { vouchers: [] } }
`,
  );
});

test('a return in the next month takes back what the month of the purchase no longer reaches', () => {
  assertExamples(
    IN_WINDOW('month'),
    `${START}
      - { at: 2026-04-01 08:00, return: { purchase: second }, expect: { vouchers: [] } }
      - { at: 2026-04-02 08:00, purchase: *visit, expect: { counters: { visits: 1 }, issued: [] } }
`,
  );
});
