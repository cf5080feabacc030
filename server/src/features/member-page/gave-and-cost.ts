import type { Output } from '@trofast/contract';
import { type Day, dayText, decimalText, type Fact, nameOfKey, type Program, type Purchase } from '@trofast/engine';
import type { StoredEvent } from '@trofast/ledger';
import { decimalsOf, purchaseMoney } from '../events/index.ts';

export type GaveAndCost = Output<'getMemberPage'>['totals'];
type Money = GaveAndCost['money'][number];

interface PointsSum {
  earned: number;
  spent: number;
  expired: number;
}

interface Sums {
  readonly points: Map<string, PointsSum>;
  readonly money: Map<string, { -readonly [Field in keyof Omit<Money, 'currency' | 'gave'>]: number }>;
  purchases: number;
  returns: number;
  first: Day | undefined;
  last: Day | undefined;
}

/** What the program has given and cost over these events, which are all of an account's. */
export function gaveAndCost(
  program: Program,
  events: readonly StoredEvent[],
  dayOf: (instant: number) => Day,
): GaveAndCost {
  const sums: Sums = {
    ...{ points: new Map(), money: new Map(), purchases: 0, returns: 0, first: undefined, last: undefined },
  };
  for (const stored of events) {
    if (stored.event.kind === 'purchase') addPurchase(sums, stored, dayOf(stored.event.occurredAt));
    if (stored.event.kind === 'return') sums.returns += 1;
    for (const fact of stored.facts) {
      addPoints(sums, fact);
      addMoney(sums, fact);
    }
  }
  const text = (currency: string, units: number) => decimalText(units, decimalsOf(program, currency));
  return {
    points: [...sums.points].map(([currency, { earned, spent, expired }]) => ({
      currency,
      earned: text(currency, earned),
      spent: text(currency, spent),
      expired: text(currency, expired),
    })),
    money: [...sums.money].map(([currency, money]) => ({
      currency,
      ...money,
      gave: money.vouchers + money.discounts + money.gifts,
    })),
    purchases: sums.purchases,
    returns: sums.returns,
    ...(sums.first === undefined ? {} : { firstPurchase: dayText(sums.first) }),
    ...(sums.last === undefined ? {} : { lastPurchase: dayText(sums.last) }),
  };
}

function addPurchase(sums: Sums, { event, facts, reading }: StoredEvent, day: Day) {
  const money = purchaseMoney(event.body as Purchase, facts, reading);
  sums.purchases += 1;
  sums.first = Math.min(sums.first ?? day, day);
  sums.last = Math.max(sums.last ?? day, day);
  moneyOf(sums, money.currency).purchases += money.total;
}

function addPoints({ points }: Sums, fact: Fact) {
  const add = (currency: string, field: keyof PointsSum, amount: number) => {
    const key = nameOfKey(currency);
    const sum = points.get(key) ?? { earned: 0, spent: 0, expired: 0 };
    points.set(key, sum);
    sum[field] += amount;
  };
  switch (fact.fact) {
    case 'points_earned':
      return add(fact.currency, 'earned', fact.amount);
    case 'points_spent':
    case 'hold_captured':
      return add(fact.currency, 'spent', fact.amount);
    case 'points_put_back':
      return add(fact.currency, fact.reason === 'restored' ? 'expired' : 'spent', -fact.amount);
    case 'points_expired':
      return add(fact.currency, 'expired', fact.amount);
  }
}

function addMoney(sums: Sums, fact: Fact) {
  switch (fact.fact) {
    case 'refund_due':
      moneyOf(sums, fact.currency).returned += fact.amount;
      break;
    case 'voucher_used':
      if (fact.currency !== undefined) moneyOf(sums, fact.currency).vouchers += fact.value ?? 0;
      break;
    case 'voucher_brought_back':
      if (fact.currency !== undefined) moneyOf(sums, fact.currency).vouchers -= fact.value ?? 0;
      break;
    case 'discount_given':
      moneyOf(sums, fact.currency).discounts += fact.amount;
      break;
    case 'gift_given':
      moneyOf(sums, fact.currency).gifts += fact.worth;
      break;
    case 'period_started':
      if (fact.currency !== undefined) moneyOf(sums, fact.currency).fees += fact.amount ?? 0;
      break;
    case 'charge_refunded':
      moneyOf(sums, fact.currency).fees -= fact.amount;
      break;
  }
}

function moneyOf({ money }: Sums, currency: string) {
  const sum = money.get(currency) ?? { purchases: 0, returned: 0, vouchers: 0, discounts: 0, gifts: 0, fees: 0 };
  money.set(currency, sum);
  return sum;
}
