import type { Reading } from '../evidence.ts';
import type { Effect, Program, Rule } from '../program.ts';
import type { Basket } from '../purchase/price.ts';

/** When a rule acts: on prices, after vouchers on gifts and delivery, or on what was paid. It sees the basket of then. */
export type Stage = 'prices' | 'fees' | 'earning';

const stages = new WeakMap<Rule, Stage>();
const pricing = new WeakMap<Program, boolean>();

export function stageOf(rule: Rule): Stage {
  const known = stages.get(rule);
  if (known) return known;
  const has = (kind: Effect['kind']) => rule.then.some((effect) => effect.kind === kind);
  const stage = has('discount') ? 'prices' : has('gift') || has('delivery') ? 'fees' : 'earning';
  stages.set(rule, stage);
  return stage;
}

export function isPricing(rule: Rule): boolean {
  return stageOf(rule) !== 'earning';
}

/** Whether a program changes prices at all: most purchases skip these stages. */
export function changesPrices(program: Program): boolean {
  const known = pricing.get(program);
  if (known !== undefined) return known;
  const changes =
    program.rules.some(isPricing) || [...program.rewards.values()].some(({ voucher }) => !voucher.combines);
  pricing.set(program, changes);
  return changes;
}

/** A basket as a stage sees it: without gifts, and without what later stages do. */
export function basketAt(basket: Basket, stage: Stage): Basket {
  const hasGifts = basket.lines.some(({ isGift }) => isGift);
  const goods = hasGifts ? basket.lines.filter(({ isGift }) => !isGift) : basket.lines;
  if (stage === 'earning') return hasGifts ? { ...basket, lines: goods } : basket;
  const charges = basket.charges.filter(({ isByRule }) => !isByRule);
  if (stage === 'fees') return { ...basket, lines: goods, charges };
  const lines = goods.map((line) => {
    const discounts = line.discounts - (line.byRules ?? 0);
    return { ...line, discounts, byRules: 0, vouchers: 0, points: 0, paid: { unstated: line.total - discounts } };
  });
  return { ...basket, lines, charges };
}

/** Rules that something better excluded when the purchase was decided. */
export function setAsideIn(reading: Reading): ReadonlySet<string> | undefined {
  const rules = reading.set_aside;
  return Array.isArray(rules) ? new Set(rules) : undefined;
}
