import { allocate } from '../numbers/exact.ts';
import type { Base, PricedLine, ProductGroup } from '../program.ts';
import type { Basket } from './price.ts';

/** The part of one line that counts, split by what paid it. Vouchers, points and discounts stand as kinds of their own where they count. */
export interface Cell {
  readonly line: number;
  readonly tender: string;
  readonly amount: number;
}

export interface Narrowing {
  readonly products?: ProductGroup | undefined;
  readonly tenders?: ReadonlySet<string> | undefined;
}

/** The cells of a base, narrowed to products and tenders where an effect says so. */
export function cellsOf(
  basket: Basket,
  base: Base,
  channel: string | undefined,
  narrowing: Narrowing = {},
): readonly Cell[] {
  if (!countsIn(base, channel)) return [];
  const cells: Cell[] = [];
  for (const line of basket.lines) {
    if (base.products && !base.products.has(line)) continue;
    if (narrowing.products && !narrowing.products.has(line)) continue;
    cells.push(...cellsOfLine(line, base));
  }
  if (!narrowing.products) {
    for (const [index, { kind, paid }] of basket.charges.entries()) {
      if (!base.charges.has(kind)) continue;
      for (const [tender, amount] of Object.entries(paid))
        cells.push({ line: basket.lines.length + index, tender, amount });
    }
  }
  return cells.filter(
    ({ tender, amount }) =>
      amount !== 0 && (base.tenders?.has(tender) ?? true) && (narrowing.tenders?.has(tender) ?? true),
  );
}

/** The sum of the cells. Without tenders or tax to tell apart, lines are added up as they are. */
export function amountOf(basket: Basket, base: Base, channel: string | undefined, narrowing: Narrowing = {}): number {
  if (base.tenders || narrowing.tenders || base.tax === 'excluded') {
    return cellsOf(basket, base, channel, narrowing).reduce((sum, { amount }) => sum + amount, 0);
  }
  if (!countsIn(base, channel)) return 0;
  let sum = 0;
  for (const line of basket.lines) {
    if (base.products && !base.products.has(line)) continue;
    if (narrowing.products && !narrowing.products.has(line)) continue;
    sum += line.total;
    if (base.after.has('discounts')) sum -= line.discounts;
    if (base.after.has('vouchers')) sum -= line.vouchers;
    if (base.after.has('points')) sum -= line.points;
  }
  if (!narrowing.products) for (const { kind, amount } of basket.charges) if (base.charges.has(kind)) sum += amount;
  return sum;
}

function cellsOfLine(line: PricedLine, base: Base): readonly Cell[] {
  const kinds: (readonly [string, number])[] = Object.entries(line.paid);
  if (!base.after.has('discounts')) kinds.push(['discounts', line.discounts]);
  if (!base.after.has('vouchers')) kinds.push(['vouchers', line.vouchers]);
  if (!base.after.has('points')) kinds.push(['points', line.points]);
  if (base.tax === 'included' || line.tax === 0) {
    return kinds.map(([tender, amount]) => ({ line: line.index, tender, amount }));
  }
  // Tax is a share of what the line costs, whatever paid it.
  const counted = kinds.reduce((sum, [, amount]) => sum + amount, 0);
  const cost = line.total;
  const tax = cost === 0 ? 0 : (allocate(line.tax, [counted, cost - counted])[0] ?? 0);
  const shares = allocate(
    counted - tax,
    kinds.map(([, amount]) => amount),
  );
  return kinds.map(([tender], index) => ({ line: line.index, tender, amount: shares[index] ?? 0 }));
}

function countsIn(base: Base, channel: string | undefined): boolean {
  if (base.channels.only && (channel === undefined || !base.channels.only.has(channel))) return false;
  return !(channel !== undefined && base.channels.not?.has(channel));
}
