import type { Output } from '@trofast/contract';
import type { Fact, Purchase, Reading } from '@trofast/engine';

type PurchaseMoney = Output<'quotePurchase'>['money'];

/** The money side of a recorded purchase, in minor units of its currency. */
export function purchaseMoney(purchase: Purchase, facts: readonly Fact[], reading: Reading): PurchaseMoney {
  const vouchers = sumOfTexts(reading['taken_off:vouchers']);
  const points = sumOfTexts(reading['taken_off:points']);
  const { total, discounts } = totalsOf(purchase, facts);
  const difference = facts.find((fact) => fact.fact === 'price_difference');
  return {
    currency: purchase.currency,
    total,
    discounts,
    vouchers,
    points,
    toPay: total - discounts - vouchers - points,
    ...(difference ? { difference: { ours: difference.ours, paid: difference.paid } } : {}),
    ...byProgram(purchase, facts),
  };
}

/** The money side of a quote: the engine says what is to pay, and what vouchers did not take off, points did. */
export function quotedMoney(purchase: Purchase, facts: readonly Fact[], toPay: number): PurchaseMoney {
  const { total, discounts } = totalsOf(purchase, facts);
  const vouchers = sum(facts.map((fact) => (fact.fact === 'voucher_used' ? (fact.value ?? 0) : 0)));
  return {
    currency: purchase.currency,
    total,
    discounts,
    vouchers,
    points: total - discounts - vouchers - toPay,
    toPay,
    ...byProgram(purchase, facts),
  };
}

function totalsOf({ lines, charges = [], adjustments = [] }: Purchase, facts: readonly Fact[]) {
  const fee = facts.find((fact) => fact.fact === 'delivery_fee')?.fee ?? 0;
  const given = facts.map((fact) => (fact.fact === 'discount_given' ? fact.amount : 0));
  return {
    total: sum(lines.map((line) => line.total)) + sum(charges.map(({ amount }) => amount)) + fee,
    discounts: sum(adjustments.map(({ amount }) => amount)) + sum(given),
  };
}

/** Discounts, gifts and delivery of the program's rules; what there is none of is left out. */
function byProgram({ lines }: Purchase, facts: readonly Fact[]): Pick<PurchaseMoney, 'lines' | 'gifts' | 'delivery'> {
  const given = facts.filter((fact) => fact.fact === 'discount_given');
  const gifts = facts.filter((fact) => fact.fact === 'gift_given');
  const delivery = facts.find((fact) => fact.fact === 'delivery_fee');
  const priced = lines.map(({ sku, total }, line) => {
    const discounts = given.flatMap(({ rule, lines: of }) =>
      of.filter((one) => one.line === line).map(({ amount }) => ({ rule, amount })),
    );
    return { line, sku, regular: total, discounts, price: total - sum(discounts.map(({ amount }) => amount)) };
  });
  return {
    ...(given.length > 0 ? { lines: priced } : {}),
    ...(gifts.length > 0
      ? { gifts: gifts.map(({ line, rule, gift, sku, worth }) => ({ line, rule, gift, sku, worth })) }
      : {}),
    ...(delivery ? { delivery: { way: delivery.way, rule: delivery.rule, fee: delivery.fee } } : {}),
  };
}

/** The reading keeps what was taken off each line as numbers with spaces between. */
function sumOfTexts(read: Reading[string] | undefined): number {
  return typeof read === 'string' ? sum(read.split(' ').map(Number)) : 0;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
