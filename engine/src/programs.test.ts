import { test } from 'node:test';
import { assertExamples, programFrom } from './testing/assert-examples.ts';

/** Programs of very different kinds, each no longer than its claim needs. */

const NAMES = { point: 'name: { en: { one: point, other: points } }' };

const STARS = `
program: { id: stars, name: Stars, languages: [en], markets: { US: { name: the US, currency: USD, zone: America/New_York } }, returns: { within: always }, late: { within: P30D, restore: false } }
products:
  drinks: { name: { en: drinks }, not: { categories: [gift_card, alcohol] } }
bases:
  eligible: { name: { en: eligible items }, products: drinks, after: [discounts, vouchers, points], tax: excluded }
currencies:
  stars:
    ${NAMES.point}
    decimals: 2
    rounding: { mode: half_up, per: purchase }
    expires: { after: P6M, endOf: month, unless: { ladder: status, levels: [gold] } }
    overdrawn: debt
counters:
  stars_earned: { name: { en: stars earned }, counts: { earned: stars }, window: P12M }
  cups: { name: { en: own cups }, counts: rules, window: day }
ladders:
  status:
    name: { en: status }
    by: { counter: stars_earned }
    levels: [{ id: green, name: Green, at: 0 }, { id: gold, name: Gold, at: 500 }]
    keeps: P12M
    keptBy: reached
    review: end_of_keeping
    falls: to_qualified
    returns: keep
rules:
  - id: base
    on: purchase
    then: [{ earn: { currency: stars, base: eligible, points: 1, per: "1.00 USD", factor: { ladder: status, levels: { gold: 1.2 } } } }]
  - id: own-card
    on: purchase
    through: 2026-03-09
    then: [{ multiply: { currency: stars, by: 2, tenders: [own_card] } }]
  - id: own-cup
    on: purchase
    when: [{ code_entered: { code: OWN-CUP } }]
    limit: { times: 3, over: day }
    then: [{ multiply: { currency: stars, by: 2, combine: multiply } }]
rewards:
  handcrafted:
    name: { en: a handcrafted drink }
    cost: { currency: stars, amount: 200 }
    issued: on_request
    voucher: { product: drinks, atMost: "10.00 USD", uses: 1, valid: P30D }
`;

test('split tenders earn at their own rates, tax and tip earn nothing, the fourth own cup of a day is declined', () => {
  assertExamples(
    programFrom(STARS),
    `
examples:
  - code: split
    joined: 2025-05-01
    steps:
      - at: 2025-05-05 08:00
        purchase:
          lines: [{ total: "5.45 USD" }, { total: "4.25 USD" }]
          charges: [{ kind: tax, amount: "0.80 USD" }, { kind: tip, amount: "1.00 USD" }]
          tenders: [{ kind: own_card, amount: "4.60 USD" }, { kind: visa, amount: "6.90 USD" }]
        expect: { earned: { stars: 13.58 }, lots: { stars: [{ amount: 13.58, until: 2025-12-01 }] } }
      - at: 2025-05-06 08:00
        purchase: { lines: [{ categories: [gift_card], total: "25.00 USD" }, { categories: [alcohol], total: "14.00 USD" }] }
        expect: { earned: { stars: 0 } }
      - at: 2025-06-24 08:00
        purchase: &cup { lines: [{ total: "4.50 USD" }], tenders: [{ kind: own_card, amount: "4.50 USD" }], codes: [OWN-CUP] }
        expect: { earned: { stars: 18.00 } }
      - { at: 2025-06-24 09:00, purchase: *cup, expect: { earned: { stars: 18 } } }
      - { at: 2025-06-24 10:00, purchase: *cup, expect: { earned: { stars: 18 } } }
      - { at: 2025-06-24 11:00, purchase: *cup, expect: { earned: { stars: 9 }, declined: [own-cup], balance: { stars: 76.58 } } }
      - { at: 2025-12-01, expect: { expired: { stars: 13.58 }, balance: { stars: 63.00 } } }
      - { at: 2026-01-01, expect: { expired: { stars: 63 }, balance: { stars: 0 } } }
`,
  );
});

test('a level reached exactly, its multiplier, a capped reward, and the fall a year later with one dated lot', () => {
  assertExamples(
    programFrom(STARS),
    `
examples:
  - code: gold
    joined: 2026-03-12
    steps:
      - { at: 2026-04-02 12:00, purchase: { lines: [{ total: "495.50 USD" }] }, expect: { earned: { stars: 495.5 } } }
      - { at: 2026-04-03 12:00, as: small, purchase: { lines: [{ total: "4.49 USD" }] }, expect: { level: { status: green }, counters: { stars_earned: 499.99 } } }
      - { at: 2026-04-04 12:00, return: { purchase: small }, expect: { counters: { stars_earned: 495.5 }, balance: { stars: 495.5 } } }
      - { at: 2026-04-05 12:00, purchase: { lines: [{ total: "4.50 USD" }] }, expect: { earned: { stars: 4.5 }, level: { status: { is: gold, until: 2027-04-05 } } } }
      - { at: 2026-04-06 12:00, purchase: { lines: [{ total: "10.00 USD" }] }, expect: { earned: { stars: 12 }, balance: { stars: 512 } } }
      - { at: 2026-04-07 12:00, purchase: { lines: [{ total: "6.50 USD" }], codes: [OWN-CUP] }, expect: { earned: { stars: 15.6 }, balance: { stars: 527.6 } } }
      - at: 2026-04-08 12:00
        purchase: { lines: [{ total: "11.25 USD" }], rewards: [handcrafted] }
        expect: { spent: { stars: 200 }, earned: { stars: 1.5 }, toPay: "1.25 USD", balance: { stars: 329.1 }, counters: { stars_earned: 529.1 } }
      - { at: 2026-12-31, expect: { balance: { stars: 329.1 }, level: { status: gold } } }
      - { at: 2027-04-04 23:59, expect: { level: { status: gold } } }
      - at: 2027-04-05
        expect:
          level: { status: green }
          balance: { stars: 329.1 }
      - { at: 2027-10-31 23:59, expect: { balance: { stars: 329.1 } } }
      - { at: 2027-11-01, expect: { balance: { stars: 0 } } }
      - { at: 2027-11-02 10:00, redeem: handcrafted, expect: { refused: insufficient_points, details: { missing: 200 } } }
`,
  );
});

const SPEND_YEAR = `
program: { id: beauty, name: Beauty, languages: [en], markets: { US: { name: the US, currency: USD, zone: America/New_York } }, returns: { within: always }, late: { within: P30D, restore: false } }
products:
  merchandise: { name: { en: merchandise }, not: { categories: [gift_card, subscription, ticket] } }
  fragrance: { name: { en: fragrance }, categories: [fragrance] }
bases:
  merchandise: { name: { en: merchandise }, products: merchandise, after: [discounts, vouchers, points], tax: excluded, channels: { not: [tiktok] } }
currencies:
  points:
    ${NAMES.point}
    rounding: { mode: half_up, per: purchase }
    expires: { inactivity: P12M, keptBy: [earning, spending] }
    overdrawn: debt
counters:
  year_spend: { name: { en: spending }, counts: { base: merchandise }, window: calendar_year }
ladders:
  status:
    name: { en: status }
    by: { counter: year_spend }
    levels: [{ id: insider, name: Insider, at: 0 }, { id: vib, name: VIB, at: "350.00 USD" }, { id: rouge, name: Rouge, at: "1000.00 USD" }]
    keeps: { calendarYears: 1 }
    review: end_of_keeping
    falls: to_qualified
    returns: lower
rules:
  - id: earn
    on: purchase
    then: [{ earn: { currency: points, base: merchandise, points: 1, per: "1.00 USD" } }]
  - { id: event-insider, on: purchase, when: [{ code_entered: { code: SCENT } }, { level_is: { ladder: status, levels: [insider] } }], then: [{ multiply: { currency: points, by: 2, products: fragrance } }] }
  - { id: event-vib, on: purchase, when: [{ code_entered: { code: SCENT } }, { level_is: { ladder: status, levels: [vib] } }], then: [{ multiply: { currency: points, by: 3, products: fragrance } }] }
  - { id: event-rouge, on: purchase, when: [{ code_entered: { code: SCENT } }, { level_is: { ladder: status, levels: [rouge] } }], then: [{ multiply: { currency: points, by: 4, products: fragrance } }] }
`;

test('a calendar-year ladder: reached to the cent, lost by a return of the same year, skipped upwards, kept through the next year', () => {
  assertExamples(
    programFrom(SPEND_YEAR),
    `
examples:
  - code: years
    joined: 2026-01-02
    steps:
      - { at: 2026-03-02 12:00, purchase: { lines: [{ total: "48.50 USD" }, { total: "50.00 USD", categories: [gift_card] }], charges: [{ kind: tax, amount: "4.24 USD" }] }, expect: { earned: { points: 49 }, counters: { year_spend: "48.50 USD" } } }
      - { at: 2026-03-03 12:00, channel: tiktok, purchase: { lines: [{ total: "30.00 USD" }] }, expect: { earned: { points: 0 }, counters: { year_spend: "48.50 USD" } } }
      - { at: 2026-05-01 12:00, as: big, purchase: { lines: [{ total: "291.49 USD" }, { total: "10.00 USD" }] }, expect: { level: { status: insider }, counters: { year_spend: "349.99 USD" } } }
      - { at: 2026-05-02 12:00, purchase: { lines: [{ total: "0.01 USD" }] }, expect: { level: { status: { is: vib, until: 2028-01-01 } } } }
      - { at: 2026-12-30 12:00, return: { purchase: big, lines: [{ line: 1 }] }, expect: { level: { status: insider }, counters: { year_spend: "340.00 USD" } } }
      - { at: 2026-12-31 12:00, purchase: { lines: [{ total: "10.00 USD" }] }, expect: { level: { status: { is: vib, until: 2028-01-01 } } } }
      - { at: 2027-01-01, expect: { level: { status: vib }, counters: { year_spend: "0.00 USD" } } }
      - { at: 2027-06-01 12:00, purchase: { lines: [{ total: "349.99 USD" }] }, expect: { level: { status: vib } } }
      - { at: 2027-12-31 23:59, expect: { level: { status: vib } } }
      - { at: 2028-01-01, expect: { level: { status: insider } } }
      - { at: 2028-02-01 12:00, purchase: { lines: [{ total: "1000.00 USD" }] }, expect: { level: { status: { is: rouge, until: 2030-01-01 } } } }
  - code: idle
    joined: 2026-01-02
    steps:
      - { at: 2026-03-02 12:00, purchase: { lines: [{ total: "40.00 USD" }] } }
      - { at: 2027-02-28 12:00, purchase: { lines: [{ total: "1.00 USD" }] }, expect: { balance: { points: 41 }, lots: { points: [{ amount: 40, until: 2028-02-28 }, { amount: 1, until: 2028-02-28 }] } } }
      - { at: 2028-02-27 23:59, expect: { balance: { points: 41 } } }
      - { at: 2028-02-28, expect: { expired: { points: 41 } } }
`,
  );
});

test('a code, a category, a level and a discount multiply only what they name, and a return takes back at the factors of then', () => {
  assertExamples(
    programFrom(SPEND_YEAR),
    `
examples:
  - code: scent
    joined: 2026-01-02
    steps:
      - { at: 2026-02-01 12:00, quote: { lines: [{ total: "95.00 USD", categories: [fragrance] }, { total: "24.00 USD" }], codes: [SCENT] }, expect: { earned: { points: 214 } } }
      - { at: 2026-02-02 12:00, purchase: { lines: [{ total: "350.00 USD" }] }, expect: { level: { status: vib } } }
      - { at: 2026-02-03 12:00, quote: { lines: [{ total: "95.00 USD", categories: [fragrance] }, { total: "24.00 USD" }], codes: [SCENT] }, expect: { earned: { points: 309 } } }
      - { at: 2026-02-03 12:01, quote: { lines: [{ total: "95.00 USD", categories: [fragrance] }, { total: "24.00 USD" }] }, expect: { earned: { points: 119 } } }
      - at: 2026-02-04 12:00
        as: sale
        purchase: { lines: [{ total: "95.00 USD", categories: [fragrance] }, { total: "24.00 USD" }], codes: [SCENT], adjustments: [{ amount: "14.25 USD", lines: [0] }, { amount: "3.60 USD", lines: [1] }] }
        expect: { earned: { points: 263 }, counters: { year_spend: "451.15 USD" } }
      - at: 2026-02-10 12:00
        return: { purchase: sale, lines: [{ line: 0 }] }
        expect: { takenBack: { points: 243 }, refund: "80.75 USD", counters: { year_spend: "370.40 USD" } }
      - { at: 2026-02-11 12:00, return: { purchase: sale }, expect: { takenBack: { points: 20 }, refund: "20.40 USD" } }
`,
  );
});

const MEMBER_YEAR = `
program: { id: fashion, name: Fashion, languages: [en], markets: { UK: { name: the UK, currency: GBP, zone: Europe/London }, DE: { name: Germany, currency: EUR, zone: Europe/Berlin } }, returns: { within: always }, late: { within: P30D, restore: false } }
parameters:
  step: { UK: [{ value: 100 }, { from: 2025-10-01, value: 150 }], DE: 200 }
  worth: { UK: "3.00 GBP", DE: "5.00 EUR" }
  plus: { UK: 300, DE: 500 }
products:
  fashion: { name: { en: fashion }, not: { categories: [gift_card, charity] } }
bases:
  net: { name: { en: fashion }, products: fashion, after: [discounts, vouchers, points], tax: included }
currencies:
  points:
    ${NAMES.point}
    rounding: { mode: floor, per: purchase }
    expires: membership_year
    overdrawn: debt
counters:
  tier_points: { name: { en: points earned }, counts: { earned: points }, window: membership_year }
ladders:
  tier:
    name: { en: tier }
    by: { counter: tier_points }
    levels: [{ id: member, name: Member, at: 0 }, { id: plus, name: Plus, at: { parameter: plus } }]
    keeps: { membershipYears: 1 }
    review: end_of_keeping
    falls: to_qualified
    returns: keep
rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: net, points: 1, per: 1 } }] }
  - { id: review, on: { activity: review }, then: [{ give: { currency: points, amount: 1 } }] }
rewards:
  bonus: { name: { en: a bonus voucher }, cost: { currency: points, amount: { parameter: step } }, issued: automatically, voucher: { amount: { parameter: worth }, change: lost, uses: 1, valid: P60D } }
`;

test('one program, two markets, a conversion step that changes on a date, and membership years', () => {
  assertExamples(
    programFrom(MEMBER_YEAR),
    `
examples:
  - code: step
    joined: 2025-03-10
    steps:
      - { at: 2025-09-20 12:00, purchase: { lines: [{ total: "95.50 GBP" }] }, expect: { earned: { points: 95 } } }
      - { at: 2025-09-29 12:00, purchase: { lines: [{ total: "7.99 GBP" }] }, expect: { earned: { points: 7 }, issued: [bonus], balance: { points: 2 } } }
      - { at: 2025-10-02 12:00, purchase: { lines: [{ total: "147.00 GBP" }] }, expect: { issued: [], balance: { points: 149 } } }
      - { at: 2025-10-03 12:00, purchase: { lines: [{ total: "1.00 GBP" }] }, expect: { issued: [bonus], balance: { points: 0 }, counters: { tier_points: 250 } } }
  - code: year
    market: DE
    joined: 2025-02-15
    steps:
      - { at: 2025-06-01 12:00, purchase: { lines: [{ total: "480.00 EUR" }] }, expect: { issued: [bonus, bonus], balance: { points: 80 }, counters: { tier_points: 480 } } }
      - at: 2025-06-02 12:00
        purchase: { lines: [{ total: "19.99 EUR" }, { total: "50.00 EUR", categories: [gift_card] }, { total: "5.00 EUR", categories: [charity] }], charges: [{ kind: shipping, amount: "4.99 EUR" }] }
        expect: { earned: { points: 19 }, level: { tier: member }, balance: { points: 99 } }
      - { at: 2025-06-03 12:00, activity: review, expect: { level: { tier: { is: plus, until: 2027-02-15 } }, balance: { points: 100 } } }
      - { at: 2025-07-30 23:59, expect: { vouchers: [{ reward: bonus }, { reward: bonus }] } }
      - { at: 2025-07-31, expect: { vouchers: [] } }
      - { at: 2026-02-14 23:59, expect: { balance: { points: 100 }, counters: { tier_points: 500 } } }
      - { at: 2026-02-15, expect: { balance: { points: 0 }, counters: { tier_points: 0 }, level: { tier: plus } } }
      - { at: 2026-07-01 12:00, purchase: { lines: [{ total: "120.00 EUR" }] } }
      - { at: 2027-02-14 23:59, expect: { level: { tier: plus } } }
      - { at: 2027-02-15, expect: { level: { tier: member } } }
  - code: used
    market: DE
    joined: 2025-03-01
    steps:
      - { at: 2025-03-01 12:00, as: coat, purchase: { lines: [{ total: "200.00 EUR" }] }, expect: { issued: [bonus], balance: { points: 0 } } }
      - { at: 2025-03-05 12:00, as: order, purchase: { lines: [{ total: "30.00 EUR" }], vouchers: [bonus] }, expect: { toPay: "25.00 EUR", earned: { points: 25 }, counters: { tier_points: 225 } } }
      - { at: 2025-03-08 12:00, return: { purchase: coat }, expect: { balance: { points: -175 }, counters: { tier_points: 25 } } }
      - { at: 2025-03-20 12:00, purchase: { lines: [{ total: "180.00 EUR" }] }, expect: { balance: { points: 5 }, issued: [] } }
  - code: unused
    market: DE
    joined: 2025-03-01
    steps:
      - { at: 2025-03-01 12:00, as: coat, purchase: { lines: [{ total: "200.00 EUR" }] } }
      - { at: 2025-03-08 12:00, return: { purchase: coat }, expect: { vouchers: [], balance: { points: 0 }, counters: { tier_points: 0 } } }
  - code: reinstated
    market: DE
    joined: 2025-03-01
    steps:
      - { at: 2025-03-01 12:00, purchase: { lines: [{ total: "200.00 EUR" }] } }
      - { at: 2025-03-05 12:00, as: order, purchase: { lines: [{ total: "30.00 EUR" }], vouchers: [bonus] } }
      - { at: 2025-03-09 12:00, return: { purchase: order }, expect: { refund: "25.00 EUR", takenBack: { points: 25 }, vouchers: [{ reward: bonus, remaining: "5.00 EUR", until: 2025-04-30 }] } }
`,
  );
});

const BEST_OF = `
program: { id: bonus-days, name: Bonus days, languages: [en], markets: { US: { name: the US, currency: USD, zone: America/Los_Angeles } }, returns: { within: P60D }, late: { within: P30D, restore: false } }
bases:
  net: { name: { en: merchandise }, after: [discounts, vouchers, points], tax: excluded }
currencies:
  points:
    ${NAMES.point}
    rounding: { mode: half_up, per: tender }
    expires: never
    overdrawn: debt
    caps: [{ id: day, atMost: 2000, over: day, reached: trim }]
counters:
  day_spend: { name: { en: spending of the day }, counts: { base: net }, window: day }
rules:
  - { id: credit, on: purchase, then: [{ earn: { currency: points, base: net, points: 3, per: "1.00 USD", tenders: [own_credit] } }] }
  - { id: other, on: purchase, then: [{ earn: { currency: points, base: net, points: 1, per: "1.00 USD", tenders: [cash] } }] }
  - { id: double-day, group: day, on: purchase, when: [{ paid_with: { tenders: [own_credit] } }], then: [{ multiply: { currency: points, by: 2, tenders: [own_credit] } }] }
  - { id: event, group: day, on: purchase, when: [{ spend_at_least: { base: net, amount: "150.00 USD" } }, { paid_with: { tenders: [own_credit] } }], then: [{ multiply: { currency: points, by: 10/3, tenders: [own_credit] } }] }
rewards:
  note: { name: { en: a note of ten dollars }, cost: { currency: points, amount: 1000 }, issued: automatically, voucher: { amount: "10.00 USD", change: kept, valid: P12M } }
`;

test('of the bonuses of one group only the best counts, and a day has a ceiling', () => {
  assertExamples(
    programFrom(BEST_OF),
    `
examples:
  - code: below
    joined: 2026-01-02
    steps:
      - { at: 2026-05-01 10:00, purchase: { lines: [{ total: "149.99 USD" }], tenders: [{ kind: own_credit, amount: "149.99 USD" }] }, expect: { earned: { points: 900 }, rules: [credit, other, double-day] } }
  - code: reached
    joined: 2026-01-02
    steps:
      - { at: 2026-05-01 10:00, purchase: { lines: [{ total: "150.00 USD" }], tenders: [{ kind: own_credit, amount: "150.00 USD" }] }, expect: { earned: { points: 1500 }, issued: [note], balance: { points: 500 } } }
      - { at: 2026-05-01 11:00, purchase: { lines: [{ total: "150.00 USD" }], tenders: [{ kind: own_credit, amount: "150.00 USD" }] }, expect: { earned: { points: 500 }, issued: [note], balance: { points: 0 } } }
      - { at: 2026-05-02 11:00, purchase: { lines: [{ total: "7.50 USD" }], vouchers: [note] }, expect: { toPay: "0.00 USD", earned: { points: 0 }, vouchers: [{ reward: note, remaining: "2.50 USD" }, { reward: note, remaining: "10.00 USD" }] } }
  - code: late-return
    joined: 2026-01-02
    steps:
      - { at: 2026-05-01 10:00, as: one, purchase: { lines: [{ total: "10.00 USD" }], tenders: [{ kind: cash, amount: "10.00 USD" }] }, expect: { earned: { points: 10 } } }
      - { at: 2026-07-01 10:00, return: { purchase: one }, expect: { refused: return_too_late } }
`,
  );
});

const HOLDS = `
program: { id: cash, name: Cash, languages: [en], markets: { DK: { name: Denmark, currency: DKK, zone: Europe/Copenhagen } }, returns: { within: always }, late: { within: P30D, restore: false }, corrections: { approvalAbove: 10 }, holds: { longest: P7D } }
bases:
  all: { name: { en: goods }, after: [discounts, vouchers, points], tax: included }
currencies:
  cashback: { name: { en: { one: krone, other: kroner } }, money: DKK, rounding: { mode: floor, per: purchase }, expires: { after: P30D }, overdrawn: nothing }
counters:
  visits: { name: { en: visits }, counts: purchases, window: forever }
rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: cashback, base: all, points: 0.10, per: "1.00 DKK" } }] }
  - { id: fifth, on: { counter: visits, every: 5 }, then: [{ issue: { reward: coffee } }, { give: { currency: cashback, amount: 20 } }] }
rewards:
  coffee: { name: { en: a coffee }, issued: by_rules, voucher: { product: coffee, uses: 1 } }
products:
  coffee: { name: { en: coffee }, skus: [COFFEE] }
`;

test('held money keeps from expiring, pays a purchase, and goes back to its lots with the purchase', () => {
  assertExamples(
    programFrom(HOLDS),
    `
examples:
  - code: hold
    joined: 2026-01-01
    steps:
      - { at: 2026-01-01 10:00, purchase: { lines: [{ total: "1000.00 DKK" }] }, expect: { earned: { cashback: 100.00 } } }
      - { at: 2026-01-28 10:00, as: hold, hold: { currency: cashback, amount: 60.00, until: 2026-02-02 10:00 }, expect: { balance: { cashback: { available: 40, held: 60 } } } }
      - { at: 2026-01-28 10:01, hold: { currency: cashback, amount: 40.01, until: 2026-02-02 10:00 }, expect: { refused: insufficient_points, details: { missing: 0.01 } } }
      - { at: 2026-01-28 10:02, hold: { currency: cashback, amount: 1, until: 2026-03-02 10:00 }, expect: { refused: hold_too_long } }
      - { at: 2026-01-31, expect: { expired: { cashback: 40 }, balance: { cashback: { available: 0, held: 60 } } } }
      - { at: 2026-02-01 10:00, as: order, purchase: { lines: [{ total: "80.00 DKK", quantity: 2 }], holds: [hold] }, expect: { toPay: "20.00 DKK", spent: { cashback: 60 }, earned: { cashback: 2 } } }
      - { at: 2026-02-01 10:05, release: hold, expect: { refused: hold_ended } }
      - { at: 2026-02-01 11:00, return: { purchase: order }, expect: { refund: "20.00 DKK", putBack: { cashback: 60 }, expired: { cashback: 60 }, balance: { cashback: 0 } } }
  - code: let-go
    joined: 2026-01-01
    steps:
      - { at: 2026-01-01 10:00, purchase: { lines: [{ total: "1000.00 DKK" }] } }
      - { at: 2026-01-28 10:00, as: hold, hold: { currency: cashback, amount: 60.00, until: 2026-02-02 10:00 } }
      - { at: 2026-02-02 10:00, expect: { balance: { cashback: { available: 0, held: 0 } } } }
  - code: part
    joined: 2026-01-01
    steps:
      - { at: 2026-01-01 10:00, purchase: { lines: [{ total: "1000.00 DKK" }] } }
      - { at: 2026-01-02 10:00, as: hold, hold: { currency: cashback, amount: 60.00, until: 2026-01-05 10:00 } }
      - { at: 2026-01-02 10:01, capture: { hold: hold, amount: 60.01 }, expect: { refused: insufficient_points } }
      - { at: 2026-01-02 10:02, capture: { hold: hold, amount: 25 }, expect: { spent: { cashback: 25 }, balance: { cashback: { available: 75, held: 0 } } } }
`,
  );
});

test('what a counter gave is taken back when a return brings it below, and forgiven money leaves no debt', () => {
  assertExamples(
    programFrom(HOLDS),
    `
examples:
  - code: fifth
    joined: 2026-01-01
    steps:
      - { at: 2026-01-01 10:00, purchase: &visit { lines: [{ total: "10.00 DKK" }] } }
      - { at: 2026-01-01 11:00, purchase: *visit }
      - { at: 2026-01-01 12:00, purchase: *visit }
      - { at: 2026-01-01 13:00, purchase: *visit, expect: { issued: [], balance: { cashback: 4 } } }
      - { at: 2026-01-01 14:00, as: fifth, purchase: *visit, expect: { issued: [coffee], earned: { cashback: 21 }, vouchers: [{ reward: coffee }] } }
      - { at: 2026-01-02 10:00, return: { purchase: fifth }, expect: { vouchers: [], takenBack: { cashback: 21 }, balance: { cashback: 4 } } }
      - { at: 2026-01-03 10:00, purchase: *visit, expect: { issued: [coffee], balance: { cashback: 25 } } }
  - code: forgiven
    joined: 2026-01-01
    steps:
      - { at: 2026-01-01 10:00, as: one, purchase: { lines: [{ total: "100.00 DKK" }] } }
      - { at: 2026-01-01 11:00, correct: { currency: cashback, amount: -10, reason: wrong till }, expect: { balance: { cashback: 0 } } }
      - { at: 2026-01-02 10:00, return: { purchase: one }, expect: { takenBack: { cashback: 0 }, balance: { cashback: { available: 0, debt: 0 } } } }
      - { at: 2026-01-02 11:00, correct: { currency: cashback, amount: 10.01, reason: sorry }, expect: { refused: approval_needed } }
      - { at: 2026-01-02 11:01, correct: { currency: cashback, amount: 10.01, reason: sorry, approvedBy: manager }, expect: { balance: { cashback: 10.01 } } }
`,
  );
});

test("points that come back have at least the program's time to be used", () => {
  assertExamples(
    programFrom(HOLDS.replace('returns: { within: always }', 'returns: { within: always, usableFor: P10D }')),
    `
examples:
  - code: usable
    joined: 2026-01-01
    steps:
      - { at: 2026-01-01 10:00, purchase: { lines: [{ total: "1000.00 DKK" }] } }
      - { at: 2026-01-28 10:00, as: hold, hold: { currency: cashback, amount: 60.00, until: 2026-02-02 10:00 } }
      - { at: 2026-01-28 11:00, as: order, purchase: { lines: [{ total: "60.00 DKK" }], holds: [hold] }, expect: { toPay: "0.00 DKK" } }
      - at: 2026-01-29 11:00
        return: { purchase: order }
        expect: { putBack: { cashback: 60 }, lots: { cashback: [{ amount: 40, until: 2026-01-31 }, { amount: 60, until: 2026-02-08 }] } }
`,
  );
});

test('a late purchase is judged in its own window, with all that was bought in it', () => {
  assertExamples(
    programFrom(SPEND_YEAR),
    `
examples:
  - code: last-year
    joined: 2026-01-02
    steps:
      - { at: 2026-12-28 12:00, purchase: { lines: [{ total: "200.00 USD" }] }, expect: { level: { status: insider } } }
      - at: 2027-01-05 12:00
        occurred: 2026-12-20 12:00
        purchase: { lines: [{ total: "150.00 USD" }] }
        expect: { level: { status: { is: vib, until: 2028-01-01 } }, counters: { year_spend: "0.00 USD" } }
`,
  );
  assertExamples(
    programFrom(
      SPEND_YEAR.replace('window: calendar_year', 'window: P1M').replace('keeps: { calendarYears: 1 }', 'keeps: P1Y'),
    ),
    `
examples:
  - code: rolling
    joined: 2026-01-02
    steps:
      - { at: 2026-03-20 12:00, purchase: { lines: [{ total: "200.00 USD" }] }, expect: { level: { status: insider } } }
      - at: 2026-04-02 12:00
        occurred: 2026-03-05 12:00
        purchase: { lines: [{ total: "150.00 USD" }] }
        expect: { level: { status: vib } }
`,
  );
});
