import {
  type Currency,
  checkExamples,
  dayAt,
  dayText,
  decimalText,
  localInstant,
  minorDigits,
  type Program,
  type Purchase,
} from '@trofast/engine';
import { addTo } from '../editing/edit-document.ts';
import { elementLines, type Written } from '../editing/written.ts';
import type { Basket } from '../simulator/basket.ts';
import { purchaseOf, type Simulation } from '../simulator/simulate-basket.ts';

/** The examples file with one more example at its end; a file that says nothing yet begins with it. */
export function withExample(text: string, example: Written): string {
  if (text.trim() === '') return `examples:\n${elementLines(example, '  ').join('\n')}\n`;
  return addTo(text, ['examples'], example);
}

/** A code that no example has: `EX-1`, `EX-2`, … */
export function freeCode(codes: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!codes.includes(`EX-${number}`)) return `EX-${number}`;
}

export interface NamedBasket {
  readonly code: string;
  readonly name: string;
  readonly basket: Basket;
  readonly simulation: Simulation;
}

/**
 * A simulated basket as a worked example: a new member, what makes them stand as the basket says, the purchase and what
 * came of it. `undefined` where an example cannot bring a member there.
 */
export function exampleFromBasket(program: Program, named: NamedBasket): Written | undefined {
  const { basket, simulation } = named;
  const market = program.markets.get(basket.market);
  const at = market && localInstant(market.zone, basket.at);
  const purchase = market && purchaseOf(basket, market);
  if (!market || at === undefined || purchase === undefined || typeof purchase === 'string') return undefined;
  const example = {
    code: named.code,
    ...(named.name.trim() !== '' && { name: named.name.trim() }),
    ...memberOf(program, basket, dayText(dayAt(market.zone, at) - 60)),
    steps: [
      ...pointSteps(program, basket, dayText(dayAt(market.zone, at) - 1)),
      {
        at: basket.at.replace('T', ' '),
        ...(basket.store !== '' && { store: basket.store }),
        ...(basket.channel !== '' && { channel: basket.channel }),
        purchase: writtenPurchase(purchase, basket),
        expect: expectationOf(program, simulation),
      },
    ],
  };
  const checked = checkExamples(program, withExample('', example));
  return 'examples' in checked && checked.examples.every(({ passed }) => passed) ? example : undefined;
}

/** A way in by a kind of card brings a member to a level at once; nothing else in an example does. */
function memberOf(
  program: Program,
  { market, levels, lists }: Basket,
  joined: string,
): { readonly [word: string]: Written } {
  const kinds = Object.entries(levels).flatMap(([ladder, level]) => {
    const way = program.ladders.get(ladder)?.waysIn.find((one) => one.level === level);
    return way ? [way.cardKind] : [];
  });
  if (kinds.length === 0 && lists.length === 0) return { joined, market };
  const member = {
    joined,
    market,
    ...(kinds.length > 0 && { cardKinds: kinds }),
    ...(lists.length > 0 && { lists: lists.map((list) => ({ list })) }),
  };
  return { members: { member } };
}

function pointSteps(program: Program, { points }: Basket, day: string): readonly Written[] {
  return Object.entries(points).flatMap(([currency, amount]) =>
    program.currencies.has(currency) && Number(amount.replace(',', '.')) > 0
      ? [{ at: day, correct: { currency, amount: amount.replace(',', '.'), reason: 'to begin with' } }]
      : [],
  );
}

function writtenPurchase(purchase: Purchase, { tender }: Basket): { readonly [word: string]: Written } {
  const money = (amount: number) => moneyOf(amount, purchase.currency);
  const total = purchase.lines.reduce((sum, line) => sum + line.total, 0);
  return {
    lines: purchase.lines.map(({ sku, categories = [], quantity = '1', total: own }) => ({
      ...(sku !== 'item' && { sku }),
      ...(categories.length > 0 && { categories }),
      ...(String(quantity) !== '1' && { quantity: String(quantity) }),
      total: money(own),
    })),
    ...(tender !== '' && { tenders: [{ kind: tender, amount: money(total) }] }),
    ...(purchase.codes && { codes: purchase.codes }),
    ...(purchase.rewards && { rewards: purchase.rewards }),
    ...(purchase.delivery !== undefined && { delivery: purchase.delivery }),
  };
}

function expectationOf(
  program: Program,
  { points, toPay, currency, levels, issued }: Simulation,
): { readonly [word: string]: Written } {
  const earned = [...program.currencies.values()].map(({ id, decimals }): readonly [string, string] => {
    const units = points
      .filter(({ currency: key }) => key.split('@')[0] === id)
      .reduce((sum, { amount }) => sum + amount, 0);
    return [id, decimalText(units, decimals satisfies Currency['decimals'])];
  });
  return {
    ...(earned.length > 0 && { earned: Object.fromEntries(earned) }),
    toPay: moneyOf(toPay, currency),
    ...(levels.length > 0 && { level: Object.fromEntries(levels.map(({ ladder, to }) => [ladder, to])) }),
    ...(issued.length > 0 && { issued }),
  };
}

function moneyOf(amount: number, currency: string): string {
  return `${decimalText(amount, minorDigits(currency))} ${currency}`;
}
