/** A small program of every common part, for tests and for the examples of the reference page. */
export const SAMPLE_PROGRAM = `program:
  id: corner-shop
  name: { en: The Corner Shop, da: Hjørnebutikken }
  languages: [en, da]
  markets:
    UK: { name: { en: Britain, da: Storbritannien }, currency: GBP, zone: Europe/London }
    NO: { name: { en: Norway, da: Norge }, currency: NOK, zone: Europe/Oslo }
  returns: { within: P30D }
  late: { within: P1Y, restore: false }
parameters:
  step: { UK: 500, NO: [{ value: 100 }, { from: 2025-10-01, value: 150 }] }
  large: { UK: "40.00 GBP", NO: "500.00 NOK" }
products:
  goods: { name: { en: goods, da: varer }, not: { skus: [BAG] } }
bases:
  goods: { name: { en: goods, da: varer }, products: goods, after: [discounts, vouchers], tax: included }
currencies:
  points:
    name: { en: { one: point, other: points }, da: { one: point, other: point } }
    decimals: 0
    rounding: { mode: floor, per: purchase }
    pending: P14D
    expires: { after: P6M, endOf: month }
    overdrawn: debt
    caps: [{ atMost: 5000, over: year, reached: trim }]
counters:
  visits: { name: { en: visits, da: besøg }, counts: purchases, window: P12M }
  spend: { name: { en: spending, da: forbruget }, counts: { base: goods }, window: P12M }
ladders:
  status:
    name: { en: level, da: niveau }
    by: { counter: spend }
    levels:
      - { id: bronze, name: Bronze, at: 0 }
      - { id: silver, name: { en: Silver, da: Sølv }, at: 500 }
      - { id: gold, name: { en: Gold, da: Guld }, at: 2000 }
    review: first_of_month
    falls: to_qualified
    returns: keep
rules:
  - id: earn
    on: purchase
    then:
      - earn: { currency: points, base: goods, points: 1, per: 1 }
  - id: welcome
    on: { level: status, reaches: [gold] }
    when: [{ member_for: { atLeast: P7D } }]
    then: [{ give: { currency: points, amount: 50 } }]
    from: 2026-01-01
    through: 2026-12-31
    limit: { times: 1, over: calendar_year }
rewards:
  five:
    name: { en: a voucher, da: et værdibevis }
    cost: { currency: points, amount: { parameter: step } }
    issued: automatically
    voucher: { amount: 5, change: kept, valid: P90D }
lists:
  staff: { name: { en: staff, da: personale }, hidden: true }
  club: { name: { en: club, da: klub } }
clubs:
  plus:
    name: { en: the plus club, da: plusklubben }
    plans:
      monthly: { name: { en: the monthly plan, da: månedsabonnementet }, price: 5, every: P1M }
    refund: if_unused
gifts:
  candle: { name: { en: a candle, da: et lys }, sku: CANDLE, worth: 6 }
  soap: { name: { en: a bar of soap, da: et stykke sæbe }, sku: SOAP, worth: 4, stock: 100 }
offers:
  tea_week:
    name: { en: tea week, da: teugen }
    activation: by_member
    lasts: P7D
    uses: 1
    then: [{ discount: { percent: 20 } }]
challenges:
  regular:
    name: { en: the regular, da: stamgæsten }
    steps: [{ id: visit, name: { en: a visit, da: et besøg }, counts: purchases, amount: 1 }]
    streak: { of: week, length: 4 }
    then: [{ give: { currency: points, amount: 40 } }]
benefits:
  early_sale:
    name: { en: early access to the sale, da: tidlig adgang til udsalget }
    from: 2026-07-01
    earlier: { ladder: status, levels: { silver: P1D, gold: P3D } }
`;
