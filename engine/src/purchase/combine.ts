import type { Draft } from '../draft.ts';
import type { Purchase } from '../event.ts';
import { isWithin } from '../points/settle.ts';
import type { Rule } from '../program.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import { rewardOfVoucher, voucherReductions } from '../rewards/use-voucher.ts';
import { contextOf, testRule } from '../rules/decide-rules.ts';
import type { RuleSituation } from '../rules/decision.ts';
import { candidates } from '../rules/rule-index.ts';
import { basketAt, isPricing, stageOf } from '../rules/stages.ts';
import { type Discounts, discountLines } from './discounts.ts';
import { cheapestDelivery } from './fees.ts';
import { afterAdjustments, priceBasket, withCharges } from './price.ts';

/** Discounts, gifts, delivery and vouchers that go together, and what the purchase costs with them. */
export interface Alternative {
  /** Rules that change prices and may do so here. */
  readonly rules: readonly Rule[];
  readonly vouchers: readonly string[];
  readonly discounts: Discounts;
  readonly toPay: number;
}

export interface Choice {
  readonly chosen: Alternative;
  /** The cheapest of all, which an answer to a refused combination carries. */
  readonly best: Alternative;
  /** What was asked for and is not part of the choice. */
  readonly leftOut: { readonly rules: readonly string[]; readonly vouchers: readonly string[] };
  /** Asked for, and its conditions do not hold. */
  readonly notMet: readonly string[];
  /** Rules that change prices and are not part of the choice, or gave nothing. */
  readonly setAside: readonly string[];
}

type Situation = Omit<RuleSituation, 'basket'>;

/**
 * Everything marked as not combinable is tried alone, and everything else together; the cheapest for the member wins,
 * ties in the document's order. Who names rules gets just these wherever they go together.
 */
export function choosePrices(
  draft: Draft,
  purchase: Purchase,
  vouchers: readonly string[],
  situation: Situation,
): Choice {
  const rules = pricingRules(situation, purchase);
  const before = afterAdjustments(purchase);
  // What cannot be used by itself is refused for its own reason later, and competes with nothing.
  const usable = vouchers.filter(
    (id) => !isRefusal(voucherReductions(draft, id, { ...purchase, left: withCharges(before, purchase) })),
  );
  const alternatives = alternativesOf(draft, purchase, rules, usable, situation);
  const known = new Set(rules.map(({ id }) => id));
  const asked = (purchase.rules ?? []).filter((id) => known.has(id));
  const isWhole = (one: Alternative) =>
    asked.every((id) => one.rules.some((rule) => rule.id === id)) && usable.every((id) => one.vouchers.includes(id));
  const fitting = purchase.rules === undefined ? [] : alternatives.filter(isWhole);
  const best = cheapest(alternatives);
  const chosen = fitting.length > 0 ? cheapest(fitting) : best;
  const idle = rules.filter((rule) => isIdle(rule, chosen));
  return {
    chosen,
    best,
    leftOut: {
      rules: asked.filter((id) => !chosen.rules.some((rule) => rule.id === id)),
      vouchers: usable.filter((id) => !chosen.vouchers.includes(id)),
    },
    notMet: (purchase.rules ?? []).filter((id) => !known.has(id)),
    setAside: [...rules.filter((rule) => !chosen.rules.includes(rule)), ...idle].map(({ id }) => id),
  };
}

/** The refusal of what does not go together, with what does better. */
export function notCombinable({ best }: Choice, currency: string): Refusal {
  const rules = best.discounts.given.filter(({ off }) => off.some((amount) => amount > 0)).map(({ rule }) => rule.id);
  return refuse('not_combinable', {
    ...(rules.length > 0 && { rules: rules.join(', ') }),
    ...(best.vouchers.length > 0 && { vouchers: best.vouchers.join(', ') }),
    toPay: best.toPay,
    currency,
  });
}

/** Rules on prices that hold, and those on gifts and delivery that are still to be tested. */
function pricingRules(situation: Situation, purchase: Purchase): readonly Rule[] {
  const basket = basketAt(priceBasket(purchase, { vouchers: [], points: [] }), 'prices');
  const context = contextOf({ ...situation, basket });
  return candidates(situation.program, 'purchase', situation.event).filter((rule) => {
    if (!isPricing(rule) || !isWithin(rule.span, situation.storeDay)) return false;
    if (stageOf(rule) === 'fees') return true;
    const { holds, limited } = testRule({ ...situation, basket }, rule, context);
    return holds && !limited;
  });
}

function alternativesOf(
  draft: Draft,
  purchase: Purchase,
  rules: readonly Rule[],
  vouchers: readonly string[],
  situation: Situation,
): readonly Alternative[] {
  const alone = vouchers.filter((id) => rewardOfVoucher(draft, id)?.voucher.combines === false);
  const together = vouchers.filter((id) => !alone.includes(id));
  // What delivery costs is no offer: it is the same in every alternative, unless marked.
  const always = rules.filter(
    (rule) => rule.combines && rule.then.every(({ kind }) => kind === 'delivery') && stageOf(rule) === 'fees',
  );
  const sets = [
    { rules: rules.filter(({ combines }) => combines), vouchers: together },
    ...rules.filter(({ combines }) => !combines).map((rule) => ({ rules: [...always, rule], vouchers: [] })),
    ...alone.map((id) => ({ rules: always, vouchers: [id] })),
  ];
  return sets.map((set) => priced(draft, purchase, set, situation));
}

function priced(
  draft: Draft,
  purchase: Purchase,
  { rules, vouchers }: Pick<Alternative, 'rules' | 'vouchers'>,
  situation: Situation,
): Alternative {
  const where = { market: situation.market.id, day: situation.storeDay };
  const onPrices = rules.filter((rule) => stageOf(rule) === 'prices');
  const regular = afterAdjustments(purchase);
  const discounts = discountLines(onPrices, purchase.lines, regular, where);
  const left = withCharges(discounts.left, purchase);
  for (const id of new Set(vouchers)) {
    const off = voucherReductions(draft, id, { ...purchase, left });
    if (!isRefusal(off)) for (const [index, amount] of off.entries()) left[index] = (left[index] ?? 0) - amount;
  }
  const basket = priceBasket(purchase, {
    discounts: regular.map((amount, index) => amount - (discounts.left[index] ?? 0)),
    vouchers: withCharges(discounts.left, purchase).map((amount, index) => amount - (left[index] ?? 0)),
    points: [],
  });
  const fee = cheapestDelivery({ ...situation, basket }, purchase, rules)?.fee ?? 0;
  return { rules, vouchers, discounts, toPay: basket.toPay + fee };
}

function cheapest(alternatives: readonly Alternative[]): Alternative {
  return alternatives.reduce((best, one) => (one.toPay < best.toPay ? one : best));
}

/** A discount that takes nothing off is no use of the rule. */
function isIdle(rule: Rule, { discounts }: Alternative): boolean {
  if (rule.then.some(({ kind }) => kind !== 'discount')) return false;
  const own = discounts.given.find((given) => given.rule === rule);
  return own?.off.every((amount) => amount === 0) ?? false;
}
