import { assert } from '../assert.ts';
import type { Charge, Line, Purchase } from '../event.ts';
import type { Recorded } from '../evidence.ts';
import { allocate, type Exact, ONE, parseExact, proportion } from '../numbers/exact.ts';
import type { PricedCharge, PricedLine } from '../program.ts';

/** A purchase taken apart: what each line cost, what was taken off it, and who paid it. Minor units throughout. */
export interface Basket {
  readonly currency: string;
  readonly lines: readonly PricedLine[];
  readonly charges: readonly PricedCharge[];
  /** What we say is to pay. */
  readonly toPay: number;
  /** What the tenders say was paid; equals `toPay` where no tender was named. */
  readonly paid: number;
}

/** What the program makes of a purchase's prices; amounts by line index, vouchers behind the lines by charge. */
export interface Reductions {
  readonly vouchers: readonly number[];
  readonly points: readonly number[];
  /** What rules take off. */
  readonly discounts?: readonly number[];
  /** Skus of gifts, lines of their own behind the others. */
  readonly gifts?: readonly string[];
  /** What delivery costs by the program. */
  readonly fee?: number | undefined;
}

export function quantityOf(line: Line): Exact {
  if (typeof line.quantity === 'number' && Number.isSafeInteger(line.quantity)) return { n: line.quantity, d: 1 };
  const quantity = line.quantity === undefined ? ONE : parseExact(String(line.quantity));
  assert(quantity, 'a quantity is a decimal');
  return quantity;
}

/** What each line costs after the shop's own adjustments. */
export function afterAdjustments(purchase: Purchase): readonly number[] {
  const discounts = discountsOf(purchase);
  return purchase.lines.map((line, index) => line.total - (discounts[index] ?? 0));
}

/** What is left of the lines, and behind it what the charges come to. */
export function withCharges(lines: readonly number[], { charges = [] }: Pick<Purchase, 'charges'>): number[] {
  return [...lines, ...charges.map(({ amount }) => amount)];
}

export function priceBasket(purchase: Purchase, reductions: Reductions): Basket {
  const own = discountsOf(purchase);
  const discounts = own.map((amount, index) => amount + (reductions.discounts?.[index] ?? 0));
  const owed = purchase.lines.map(
    (line, index) =>
      line.total - (discounts[index] ?? 0) - (reductions.vouchers[index] ?? 0) - (reductions.points[index] ?? 0),
  );
  const charges: readonly (Charge & Pick<PricedCharge, 'isByRule'>)[] = [
    ...(purchase.charges ?? []),
    ...(reductions.fee === undefined ? [] : [{ kind: 'delivery', amount: reductions.fee, isByRule: true } as const]),
  ];
  const byVoucher = (index: number) => reductions.vouchers[purchase.lines.length + index] ?? 0;
  const items = [...owed, ...charges.map(({ amount }, index) => amount - byVoucher(index))];
  const toPay = items.reduce((sum, amount) => sum + amount, 0);
  const paid = purchase.tenders?.reduce((sum, { amount }) => sum + amount, 0) ?? toPay;
  const payments = payItems(purchase, items);
  return {
    currency: purchase.currency,
    lines: [
      ...purchase.lines.map((line, index) => {
        const priced: PricedLine = {
          index,
          sku: line.sku,
          categories: line.categories ?? NONE,
          attributes: line.attributes ?? NO_ATTRIBUTES,
          quantity: quantityOf(line),
          total: line.total,
          tax: line.tax ?? 0,
          discounts: discounts[index] ?? 0,
          vouchers: reductions.vouchers[index] ?? 0,
          points: reductions.points[index] ?? 0,
          paid: payments[index] ?? {},
        };
        return reductions.discounts ? { ...priced, byRules: reductions.discounts[index] ?? 0 } : priced;
      }),
      ...(reductions.gifts ?? []).map((sku, index) => giftLine(sku, purchase.lines.length + index)),
    ],
    charges: charges.map((charge, index) => ({ ...charge, paid: payments[owed.length + index] ?? {} })),
    toPay,
    paid,
  };
}

const NONE: readonly string[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

function giftLine(sku: string, index: number): PricedLine {
  const free = { total: 0, tax: 0, discounts: 0, vouchers: 0, points: 0, paid: {} };
  return { index, sku, categories: [], attributes: {}, quantity: ONE, ...free, isGift: true };
}

/** The part of a basket that is left when some of each line has come back: every amount in proportion, half-up. */
export function remainingBasket(basket: Basket, left: readonly Exact[]): Basket {
  const lines = basket.lines.map((line) => scaled(line, left[line.index] ?? line.quantity));
  const sum = lines.reduce((total, line) => total + Object.values(line.paid).reduce((a, b) => a + b, 0), 0);
  return { ...basket, lines, toPay: sum, paid: sum };
}

function scaled(line: PricedLine, left: Exact): PricedLine {
  if (left.n === line.quantity.n && left.d === line.quantity.d) return line;
  const part = (amount: number) => (amount === 0 ? 0 : proportion(amount, left, line.quantity));
  const [total, discounts, vouchers, points] = [
    part(line.total),
    part(line.discounts),
    part(line.vouchers),
    part(line.points),
  ];
  const kinds = Object.keys(line.paid);
  const shares = allocate(
    total - discounts - vouchers - points,
    kinds.map((kind) => line.paid[kind] ?? 0),
  );
  return {
    ...line,
    quantity: left,
    total,
    discounts,
    ...(line.byRules !== undefined && { byRules: part(line.byRules) }),
    vouchers,
    points,
    tax: part(line.tax),
    paid: Object.fromEntries(kinds.map((kind, index) => [kind, shares[index] ?? 0])),
  };
}

function discountsOf(purchase: Purchase): readonly number[] {
  const discounts = purchase.lines.map(() => 0);
  for (const { amount, lines } of purchase.adjustments ?? []) {
    const indexes = lines ?? purchase.lines.map((_, index) => index);
    const shares = allocate(
      amount,
      indexes.map((index) => Math.max(0, purchase.lines[index]?.total ?? 0)),
    );
    for (const [position, index] of indexes.entries()) {
      discounts[index] = (discounts[index] ?? 0) + (shares[position] ?? 0);
    }
  }
  return discounts;
}

/**
 * What each tender paid of each item. Tenders that name lines pay those first; the others are prorated over everything
 * that is left to pay, by largest remainder.
 */
function payItems(purchase: Purchase, items: readonly number[]): readonly Readonly<Record<string, number>>[] {
  // The till that says nothing of how it was paid is the usual one.
  if (purchase.tenders === undefined) return items.map((amount) => (amount > 0 ? { unstated: amount } : {}));
  const payments: Record<string, number>[] = items.map(() => ({}));
  const left = items.map((amount) => Math.max(0, amount));
  const { tenders } = purchase;
  const pay = (index: number, kind: string, amount: number) => {
    const payment = payments[index];
    if (!payment || amount === 0) return;
    payment[kind] = (payment[kind] ?? 0) + amount;
    left[index] = (left[index] ?? 0) - amount;
  };
  for (const { kind, amount, lines } of tenders) {
    if (!lines) continue;
    const open = lines.map((index) => left[index] ?? 0);
    const shares = allocate(
      Math.min(
        amount,
        open.reduce((a, b) => a + b, 0),
      ),
      open,
    );
    for (const [position, index] of lines.entries()) pay(index, kind, shares[position] ?? 0);
  }
  const general = tenders.filter(({ lines }) => !lines);
  const open = [...left];
  if (general.length <= 1) {
    for (const [index, amount] of open.entries()) pay(index, general[0]?.kind ?? 'unstated', amount);
    return payments;
  }
  const rest = open.reduce((a, b) => a + b, 0);
  // Whatever the tenders' sum, what counts is what the items cost: a difference in price is a fact of its own.
  const amounts = allocate(
    rest,
    general.map(({ amount }) => Math.max(0, amount)),
  );
  for (const [index, amount] of open.entries()) {
    const shares = rest === 0 ? [] : allocate(amount, amounts);
    for (const [position, share] of shares.entries()) pay(index, general[position]?.kind ?? 'unstated', share);
  }
  return payments;
}

/** What the program made of the prices of a recorded purchase. */
export function reductionsIn({ event, facts, reading }: Pick<Recorded, 'event' | 'facts' | 'reading'>): Reductions {
  const takenOff = (kind: string) => {
    const text = reading[`taken_off:${kind}`];
    return typeof text === 'string' ? text.split(' ').map(Number) : [];
  };
  const given = facts.filter((fact) => fact.fact === 'discount_given');
  const discounts = event.kind === 'purchase' ? event.body.lines.map(() => 0) : [];
  for (const { lines } of given) {
    for (const { line, amount } of lines) discounts[line] = (discounts[line] ?? 0) + amount;
  }
  const gifts = facts.filter((fact) => fact.fact === 'gift_given').map(({ sku }) => sku);
  return {
    vouchers: takenOff('vouchers'),
    points: takenOff('points'),
    ...(given.length > 0 && { discounts }),
    ...(gifts.length > 0 && { gifts }),
    fee: facts.find((fact) => fact.fact === 'delivery_fee')?.fee,
  };
}
