import type { Line } from '../event.ts';
import { allocate, compare, type Exact, minus, roundTo, times, whole, ZERO } from '../numbers/exact.ts';
import type { Effect, Rule } from '../program.ts';
import { quantityOf } from './price.ts';

type Discount = Extract<Effect, { kind: 'discount' }>;
type Where = { readonly market: string; readonly day: number };

export interface Discounts {
  /** What each rule takes off, by line index; minor units. */
  readonly given: readonly { readonly rule: Rule; readonly off: readonly number[] }[];
  /** What is left of each line. */
  readonly left: readonly number[];
}

/**
 * Discounts in the document's order, each off the regular price and never more than is left of a line. Of the rules of
 * one group each line gets the best only, ties to the earlier.
 */
export function discountLines(
  rules: readonly Rule[],
  lines: readonly Line[],
  before: readonly number[],
  where: Where,
): Discounts {
  const left = [...before];
  const given: { rule: Rule; off: number[] }[] = [];
  const done = new Set<Rule>();
  for (const first of rules) {
    if (done.has(first)) continue;
    const rivals = first.group === undefined ? [first] : rules.filter(({ group }) => group === first.group);
    const offers = rivals.map((rule) => ({ rule, off: offeredBy(rule, lines, left, where) }));
    for (const rule of rivals) done.add(rule);
    for (const { rule, off } of bestByLine(offers, lines.length)) {
      for (const [index, amount] of off.entries()) left[index] = (left[index] ?? 0) - amount;
      given.push({ rule, off });
    }
  }
  return { given, left };
}

type Offer = { readonly rule: Rule; readonly off: number[] };

function bestByLine(offers: readonly Offer[], count: number): readonly Offer[] {
  if (offers.length < 2) return offers;
  const winners = Array.from({ length: count }, (_, index) =>
    offers.reduce((best, offer) => ((offer.off[index] ?? 0) > (best.off[index] ?? 0) ? offer : best)),
  );
  return offers.map((offer) => ({
    rule: offer.rule,
    off: offer.off.map((amount, index) => (winners[index] === offer ? amount : 0)),
  }));
}

function offeredBy(rule: Rule, lines: readonly Line[], before: readonly number[], where: Where): number[] {
  const left = [...before];
  const off = lines.map(() => 0);
  for (const effect of rule.then) {
    if (effect.kind !== 'discount') continue;
    for (const [index, amount] of offOf(effect, lines, left, where).entries()) {
      off[index] = (off[index] ?? 0) + amount;
      left[index] = (left[index] ?? 0) - amount;
    }
  }
  return off;
}

function offOf(discount: Discount, lines: readonly Line[], left: readonly number[], where: Where): readonly number[] {
  const good = lines.map((line, index) => (left[index] ?? 0) > 0 && (discount.products?.has(line) ?? true));
  const units = unitsOf(discount, lines, good);
  const off = lines.map((line, index) => {
    const count = units[index] ?? ZERO;
    if (count.n === 0) return 0;
    return Math.min(roundTo(offLine(discount, line, count, where), 'half_up'), left[index] ?? 0);
  });
  const sum = off.reduce((a, b) => a + b, 0);
  const most = discount.atMost?.(where);
  return most !== undefined && sum > most ? allocate(most, off) : off;
}

/** So many units of a line, exactly: what they cost less what they shall cost. */
function offLine({ off }: Discount, { total, ...line }: Line, units: Exact, where: Where): Exact {
  const quantity = quantityOf({ ...line, total });
  const regular = times(whole(total), times(units, { n: quantity.d, d: quantity.n } as Exact));
  switch (off.kind) {
    case 'percent':
      return times(regular, times(off.percent(where), { n: 1, d: 100 }));
    case 'amount':
      return times(whole(off.amount(where)), units);
    case 'price': {
      const lower = minus(regular, times(whole(off.price(where)), units));
      return compare(lower, ZERO) > 0 ? lower : ZERO;
    }
  }
}

/** How many units of each line are meant: all, or so many of the dearest. */
function unitsOf({ units }: Discount, lines: readonly Line[], good: readonly boolean[]): readonly Exact[] {
  const all = lines.map((line, index) => (good[index] ? quantityOf(line) : ZERO));
  if (units === undefined) return all;
  const dearest = lines
    .map((line, index) => ({ index, price: unitPrice(line) }))
    .toSorted((a, b) => compare(b.price, a.price) || a.index - b.index);
  const chosen = all.map(() => ZERO);
  let open: Exact = whole(units);
  for (const { index } of dearest) {
    const there = all[index] ?? ZERO;
    const taken = compare(there, open) > 0 ? open : there;
    chosen[index] = taken;
    open = minus(open, taken);
  }
  return chosen;
}

/** Of what is sold by weight, less than one counts as a unit of its own. */
function unitPrice(line: Line): Exact {
  const quantity = quantityOf(line);
  if (compare(quantity, whole(1)) <= 0) return whole(line.total);
  return times(whole(line.total), { n: quantity.d, d: quantity.n } as Exact);
}
