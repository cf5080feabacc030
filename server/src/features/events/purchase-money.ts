import type { Output } from '@trofast/contract';
import type { Fact, Purchase, Reading } from '@trofast/engine';

type PurchaseMoney = Output<'quotePurchase'>['money'];

/** The money side of a recorded purchase, in minor units of its currency. */
export function purchaseMoney(purchase: Purchase, facts: readonly Fact[], reading: Reading): PurchaseMoney {
  const vouchers = sumOfTexts(reading['taken_off:vouchers']);
  const points = sumOfTexts(reading['taken_off:points']);
  const { total, discounts } = totalsOf(purchase);
  const difference = facts.find((fact) => fact.fact === 'price_difference');
  return {
    currency: purchase.currency,
    total,
    discounts,
    vouchers,
    points,
    toPay: total - discounts - vouchers - points,
    ...(difference ? { difference: { ours: difference.ours, paid: difference.paid } } : {}),
  };
}

/** The money side of a quote: the engine says what is to pay, and what vouchers did not take off, points did. */
export function quotedMoney(purchase: Purchase, facts: readonly Fact[], toPay: number): PurchaseMoney {
  const { total, discounts } = totalsOf(purchase);
  const vouchers = sum(facts.map((fact) => (fact.fact === 'voucher_used' ? (fact.value ?? 0) : 0)));
  return {
    currency: purchase.currency,
    total,
    discounts,
    vouchers,
    points: total - discounts - vouchers - toPay,
    toPay,
  };
}

function totalsOf({ lines, charges = [], adjustments = [] }: Purchase) {
  return {
    total: sum(lines.map((line) => line.total)) + sum(charges.map(({ amount }) => amount)),
    discounts: sum(adjustments.map(({ amount }) => amount)),
  };
}

/** The reading keeps what was taken off each line as numbers with spaces between. */
function sumOfTexts(read: Reading[string] | undefined): number {
  return typeof read === 'string' ? sum(read.split(' ').map(Number)) : 0;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
