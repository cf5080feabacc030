import { test } from 'node:test';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';

const program = (keeps: string, falls: string) =>
  programFrom(`
program: { id: years, name: Years, languages: [en], markets: { US: { name: the US, currency: USD, zone: America/New_York } }, returns: { within: always }, late: { within: always, restore: false } }
bases:
  all: { name: { en: everything }, after: [discounts], tax: included }
counters:
  spend: { name: { en: spending }, counts: { base: all }, window: calendar_year }
ladders:
  status:
    name: { en: status }
    by: { counter: spend }
    levels: [{ id: a, name: A, at: 0 }, { id: b, name: B, at: "100.00 USD" }, { id: c, name: C, at: "1000.00 USD" }]
    keeps: ${keeps}
    review: end_of_keeping
    falls: ${falls}
    returns: keep
`);

const example = (steps: string) => `
examples:
  - code: years
    joined: 2026-01-01
    steps:
      - { at: 2026-02-01 12:00, purchase: { lines: [{ total: "1000.00 USD" }] }, expect: { level: { status: c } } }
${steps}
`;

test('who misses a level for a year falls to the one that this year reached, and has it as long as this year gives it', () => {
  assertExamples(
    program('{ calendarYears: 1 }', 'to_qualified'),
    example(`
      - { at: 2027-06-01 12:00, purchase: { lines: [{ total: "400.00 USD" }] }, expect: { level: { status: { is: c, until: 2028-01-01 } } } }
      - { at: 2028-01-01, expect: { level: { status: { is: b, until: 2029-01-01 } } } }
      - { at: 2029-01-01, expect: { level: { status: a } } }
`),
  );
});

test('one step down at the end of a year lasts one year more, not two', () => {
  assertExamples(
    program('{ calendarYears: 1 }', 'one_step'),
    example(`
      - { at: 2028-01-01, expect: { level: { status: { is: b, until: 2029-01-01 } } } }
      - { at: 2029-01-01, expect: { level: { status: a } } }
`),
  );
});

test('where a level lasts only for the rest of its year, the year before gives nothing to fall to', () => {
  assertExamples(
    program('{ calendarYears: 0 }', 'to_qualified'),
    example(`      - { at: 2027-01-01, expect: { level: { status: a } } }`),
  );
  assertExamples(
    program('{ calendarYears: 0 }', 'one_step'),
    example(`
      - { at: 2027-01-01, expect: { level: { status: { is: b, until: 2028-01-01 } } } }
      - { at: 2028-01-01, expect: { level: { status: a } } }
`),
  );
});

test('whoever holds the card has at least its level, whatever reviews find, until the card is given back', () => {
  const withCard = (keeping: string) =>
    programFrom(`
program: { id: card, name: Card, languages: [en], markets: { US: { name: the US, currency: USD, zone: America/New_York } }, returns: { within: always }, late: { within: always, restore: false } }
bases:
  all: { name: { en: everything }, after: [discounts], tax: included }
counters:
  spend: { name: { en: spending }, counts: { base: all }, window: calendar_year }
ladders:
  status:
    name: { en: status }
    by: { counter: spend }
    levels: [{ id: a, name: A, at: 0 }, { id: b, name: B, at: "100.00 USD" }, { id: c, name: C, at: "1000.00 USD" }]
    ${keeping}
    falls: to_qualified
    returns: lower
    waysIn: [{ card: own_card, level: b }]
`);
  const holder = (steps: string) => `
examples:
  - code: holder
    members: { holder: { joined: 2026-01-01, cardKinds: [own_card] } }
    steps:
${steps}
`;
  assertExamples(
    withCard('keeps: { calendarYears: 1 }\n    review: end_of_keeping'),
    holder(`
      - { at: 2026-01-01, expect: { level: { status: { is: b, until: 2028-01-01 } } } }
      - { at: 2026-02-01 12:00, as: big, purchase: { lines: [{ total: "1000.00 USD" }] }, expect: { level: { status: c } } }
      - { at: 2026-02-02 12:00, return: { purchase: big }, expect: { level: { status: b } } }
      - { at: 2028-01-01, expect: { level: { status: { is: b, until: 2029-01-01 } } } }
      - { at: 2035-01-01, expect: { level: { status: b } } }
`),
  );
  assertExamples(
    withCard('review: first_of_month'),
    holder(`
      - { at: 2026-02-01, expect: { level: { status: b } } }
      - { at: 2027-02-01, expect: { level: { status: b } } }
`),
  );
});
