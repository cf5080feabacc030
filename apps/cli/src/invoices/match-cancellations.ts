import { type Decimal, decimalTextOf, difference, isPositive, lesser, negated } from '../reading/decimals.ts';
import type { Invoice } from './invoice.ts';

/** Why a line of the file was not recorded. */
export const LINE_REFUSALS = [
  'no_customer',
  'no_earlier_purchase',
  'other_price',
  'used_up',
  'partly',
  'wrong_sign',
] as const;
export type LineRefusal = (typeof LINE_REFUSALS)[number];

export interface RefusedLine {
  readonly invoice: string;
  readonly fileLine: number;
  readonly sku: string;
  /** What was not recorded; for `partly` the rest. */
  readonly quantity: Decimal;
  readonly reason: LineRefusal;
}

/** All lines of one cancelling invoice that hit one purchase. */
export interface MatchedReturn {
  readonly purchase: string;
  readonly lines: readonly { readonly line: number; readonly quantity: Decimal }[];
}

export interface Matched {
  readonly returns: readonly MatchedReturn[];
  readonly refused: readonly RefusedLine[];
}

export interface CancellationMatcher {
  /** Notes what an invoice sold: `lines` are those of the purchase, by their place in it. */
  remember(invoice: Invoice, lines: Invoice['lines']): void;
  match(invoice: Invoice): Matched;
}

interface Sold {
  readonly purchase: string;
  readonly line: number;
  readonly occurredAt: number;
  left: Decimal;
}

/**
 * Matches each line of a cancelling invoice to the same customer's earlier purchases of the same code at the same
 * price, the newest first, until its quantity is used up. Only what `cancelled` names is remembered.
 */
export function cancellationMatcher(cancelled: ReadonlyMap<string, ReadonlySet<string>>): CancellationMatcher {
  /** By customer, code and price; oldest first. */
  const sold = new Map<string, Map<string, Map<string, Sold[]>>>();

  const remember = (invoice: Invoice, lines: Invoice['lines']) => {
    const { customer, occurredAt, number: purchase } = invoice;
    const codes = cancelled.get(customer);
    if (codes === undefined) return;
    const bySku = existing(sold, customer, () => new Map<string, Map<string, Sold[]>>());
    for (const [line, { sku, price, quantity }] of lines.entries()) {
      if (!codes.has(sku)) continue;
      const byPrice = existing(bySku, sku, () => new Map<string, Sold[]>());
      const stack = existing(byPrice, decimalTextOf(price), () => []);
      // Files are nearly always in order of time; a late one finds its place from the end.
      let at = stack.length;
      while (at > 0 && (stack[at - 1] as Sold).occurredAt > occurredAt) at -= 1;
      const entry = { purchase, line, occurredAt, left: quantity };
      if (at === stack.length) stack.push(entry);
      else stack.splice(at, 0, entry);
    }
  };

  const match = (invoice: Invoice): Matched => {
    const hits = new Map<string, Map<number, Decimal>>();
    const refused: RefusedLine[] = [];
    for (const { fileLine, sku, price, quantity } of invoice.lines) {
      const refuse = (reason: LineRefusal, rest: Decimal) =>
        refused.push({ invoice: invoice.number, fileLine, sku, quantity: rest, reason });
      const wanted = negated(quantity);
      const byPrice = sold.get(invoice.customer)?.get(sku);
      const stack = byPrice?.get(decimalTextOf(price));
      if (!isPositive(wanted)) refuse('wrong_sign', quantity);
      else if (invoice.customer === '') refuse('no_customer', wanted);
      else if (byPrice === undefined) refuse('no_earlier_purchase', wanted);
      else if (stack === undefined) refuse('other_price', wanted);
      else {
        const rest = takeNewestFirst(stack, wanted, hits);
        if (isPositive(rest)) refuse(rest === wanted ? 'used_up' : 'partly', rest);
      }
    }
    const returns = [...hits].map(([purchase, lines]) => ({
      purchase,
      lines: [...lines].map(([line, quantity]) => ({ line, quantity })).toSorted((a, b) => a.line - b.line),
    }));
    return { returns, refused };
  };

  return { remember, match };
}

/** Takes from the end of the stack and notes where; answers what is still wanted, `wanted` itself when all is gone. */
function takeNewestFirst(stack: Sold[], wanted: Decimal, hits: Map<string, Map<number, Decimal>>): Decimal {
  let rest = wanted;
  while (isPositive(rest)) {
    const newest = stack.at(-1);
    if (newest === undefined) return rest;
    if (!isPositive(newest.left)) {
      stack.pop();
      continue;
    }
    const taken = lesser(newest.left, rest);
    newest.left = difference(newest.left, taken);
    rest = difference(rest, taken);
    const lines = hits.get(newest.purchase) ?? new Map<number, Decimal>();
    hits.set(newest.purchase, lines);
    lines.set(newest.line, sum(lines.get(newest.line), taken));
  }
  return rest;
}

function existing<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function sum(before: Decimal | undefined, more: Decimal): Decimal {
  return before === undefined ? more : difference(before, negated(more));
}
