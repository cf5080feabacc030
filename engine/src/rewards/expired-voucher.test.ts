import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const PROGRAM = programFrom(`
program: { id: late, name: Late, languages: [en], markets: { UK: { name: the UK, currency: GBP, zone: Europe/London } }, returns: { within: always }, late: { within: P30D, restore: false } }
rules:
  - { id: welcome, on: enrolment, then: [{ issue: { reward: five } }] }
rewards:
  five: { name: { en: five pounds }, issued: by_rules, voucher: { amount: 5, change: kept, valid: P10D } }
`);

test('an expired voucher is refused as expired, not as used', () => {
  assertExamples(
    PROGRAM,
    `
examples:
  - code: expired
    joined: 2026-01-01
    steps:
      - { at: 2026-01-12 10:00, purchase: { strict: true, vouchers: ["1-1"], lines: [{ total: "9.00 GBP" }] }, expect: { refused: voucher_expired } }
      - { at: 2026-01-12 11:00, purchase: { vouchers: ["1-1"], lines: [{ total: "9.00 GBP" }] }, expect: { notHonoured: [voucher_expired], toPay: "9.00 GBP" } }
`,
  );
});

test('an expired voucher is honoured for a purchase of before that, and what is left of it expires again', () => {
  assertExamples(
    PROGRAM,
    `
examples:
  - code: late
    joined: 2026-01-01
    steps:
      - { at: 2026-01-11, expect: { vouchers: [] } }
      - { at: 2026-01-12 10:00, occurred: 2026-01-10 10:00, purchase: { vouchers: ["1-1"], lines: [{ total: "3.00 GBP" }] }, expect: { notHonoured: [], toPay: "0.00 GBP", vouchers: [] } }
      - { at: 2026-01-12 11:00, occurred: 2026-01-10 11:00, purchase: { vouchers: ["1-1"], lines: [{ total: "9.00 GBP" }] }, expect: { notHonoured: [], toPay: "7.00 GBP" } }
      - { at: 2026-01-12 12:00, occurred: 2026-01-10 12:00, purchase: { vouchers: ["1-1"], lines: [{ total: "9.00 GBP" }] }, expect: { notHonoured: [voucher_used], toPay: "9.00 GBP" } }
`,
  );
});
