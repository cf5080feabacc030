import fc from 'fast-check';

/** Random programs as documents, and random histories of one account, for properties. */
export interface Written {
  readonly text: string;
  readonly hasVouchers: boolean;
}

export type Happening =
  | {
      readonly kind: 'purchase';
      readonly lines: readonly { readonly total: number; readonly quantity: number }[];
      readonly discount: number;
      readonly useVoucher: boolean;
      readonly late: number;
    }
  | {
      readonly kind: 'return';
      readonly which: number;
      readonly line: number;
      readonly quantity: number;
      readonly isWhole: boolean;
    }
  | { readonly kind: 'redemption' }
  | { readonly kind: 'hold'; readonly amount: number; readonly hours: number }
  | { readonly kind: 'end_hold'; readonly which: number; readonly captured: boolean }
  | { readonly kind: 'correction'; readonly amount: number }
  | { readonly kind: 'activity' };

export interface Moment {
  /** Minutes since the moment before. */
  readonly after: number;
  readonly happens: Happening;
}

const word = (...words: readonly string[]) => fc.constantFrom(...words);

const currency = fc
  .record({
    decimals: fc.constantFrom(0, 2),
    mode: word('floor', 'half_up', 'half_even', 'ceiling'),
    per: word('purchase', 'line', 'tender'),
    pending: word('', 'pending: P3D', 'pending: P14D'),
    expires: word(
      'never',
      'membership_year',
      '{ after: P1M }',
      '{ after: P2M, endOf: month }',
      '{ after: P1M, unless: { ladder: status, levels: [high] } }',
      '{ dates: ["03-31", "09-30"] }',
      '{ inactivity: P2M, keptBy: [earning, spending] }',
    ),
    overdrawn: word('debt', 'nothing'),
    cap: word(
      '',
      'caps: [{ atMost: 300, over: day, reached: trim }]',
      'caps: [{ atMost: 120, over: purchase, reached: trim }]',
    ),
  })
  .map(
    ({ decimals, mode, per, pending, expires, overdrawn, cap }) => `currencies:
  points:
    name: { en: { one: point, other: points } }
    decimals: ${decimals}
    rounding: { mode: ${mode}, per: ${per} }
    expires: ${expires}
    overdrawn: ${overdrawn}
    ${pending}
    ${cap}
`,
  );

const ladder = fc
  .record({
    window: word('P12M', 'P3M', 'calendar_year', 'membership_year', 'month'),
    keeping: word(
      'review: first_of_month',
      'review: first_of_year',
      'review: end_of_keeping\n    keeps: P2M\n    keptBy: reached',
      'review: end_of_keeping\n    keeps: { calendarYears: 1 }',
      'review: never',
    ),
    falls: word('to_qualified', 'one_step', 'never'),
    returns: word('keep', 'lower'),
  })
  .map(
    ({ window, keeping, falls, returns }) => `counters:
  spend: { name: { en: spending }, counts: { base: goods }, window: ${window} }
  visits: { name: { en: visits }, counts: purchases, window: forever }
ladders:
  status:
    name: { en: status }
    by: { counter: spend }
    levels: [{ id: low, name: Low, at: 0 }, { id: middle, name: Middle, at: "50.00 DKK" }, { id: high, name: High, at: "200.00 DKK" }]
    ${keeping}
    falls: ${falls}
    returns: ${returns}
`,
  );

const rewards = fc.record({
  issued: word('automatically', 'on_request'),
  change: word('kept', 'lost'),
  valid: word('P10D', 'P60D'),
  crossing: fc.boolean(),
});

/** Rules on prices; each is one more line of the rules. */
const prices = fc.subarray([
  '{ id: ten, on: purchase, then: [{ discount: { percent: 10 } }] }',
  '{ id: level, on: purchase, when: [{ level_is: { ladder: status, levels: [middle, high] } }], then: [{ discount: { percent: "100/3", atMost: 20 } }], group: best }',
  '{ id: unit, on: purchase, then: [{ discount: { amount: 0.35 } }], group: best }',
  '{ id: alone, on: purchase, then: [{ discount: { price: 6, units: 2 } }], combines: false }',
  '{ id: gift, on: purchase, when: [{ spend_at_least: { base: goods, amount: 60 } }], then: [{ gift: { firstOf: [few, many] } }] }',
  '{ id: few, on: purchase, when: [{ spend_at_least: { base: goods, amount: 90 } }], then: [{ gift: { firstOf: [few] } }], limit: { times: 2, over: month } }',
]);

export const writtenProgram: fc.Arbitrary<Written> = fc
  .record({ currency, ladder, rewards, prices, combines: fc.boolean(), rate: word('1', '0.5', '1/3', '1.25') })
  .map(({ currency: money, ladder: levels, rewards: reward, prices: priced, combines, rate }) => ({
    hasVouchers: reward.issued === 'automatically',
    text: `program: { id: any, name: Any, languages: [en], markets: { DK: { name: Denmark, currency: DKK, zone: Europe/Copenhagen } }, returns: { within: always }, late: { within: P1M, restore: false } }
bases:
  goods: { name: { en: goods }, after: [discounts, vouchers, points], tax: included }
${money}${levels}rules:
  - { id: earn, on: purchase, then: [{ earn: { currency: points, base: goods, points: ${rate}, per: "1.00 DKK", factor: { ladder: status, levels: { middle: 1.25, high: 1.5 } } } }] }
${priced.map((rule) => `  - ${rule}\n`).join('')}${reward.crossing ? '  - { id: third, on: { counter: visits, every: 3 }, then: [{ give: { currency: points, amount: 7 } }] }\n' : ''}rewards:
  voucher: { name: { en: a voucher }, cost: { currency: points, amount: 40 }, issued: ${reward.issued}, voucher: { amount: "5.00 DKK", change: ${reward.change}, valid: ${reward.valid}, combines: ${combines} } }
gifts:
  few: { name: { en: one of few }, sku: FEW, worth: 11, stock: 2 }
  many: { name: { en: one of many }, sku: MANY, worth: 7 }
`,
  }));

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('purchase' as const),
      lines: fc.array(
        fc.record({ total: fc.integer({ min: 0, max: 9_000 }), quantity: fc.integer({ min: 1, max: 5 }) }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      discount: fc.constantFrom(0, 0, 0, 99),
      useVoucher: fc.boolean(),
      late: fc.constantFrom(0, 0, 0, 0, 30, 60 * 24, 60 * 24 * 20),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      which: fc.nat(20),
      line: fc.nat(3),
      quantity: fc.integer({ min: 1, max: 5 }),
      isWhole: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'redemption' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('hold' as const),
      amount: fc.integer({ min: 1, max: 60 }),
      hours: fc.integer({ min: 1, max: 160 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('end_hold' as const), which: fc.nat(3), captured: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('correction' as const), amount: fc.constantFrom(-25, -3, 4, 60) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'activity' as const }) },
);

export const history: fc.Arbitrary<readonly Moment[]> = fc.array(
  fc.record({
    after: fc.constantFrom(0, 1, 600, 60 * 24, 60 * 24 * 9, 60 * 24 * 33, 60 * 24 * 100),
    happens: happening,
  }),
  { minLength: 1, maxLength: 14 },
);
