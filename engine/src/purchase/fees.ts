import { type Draft, post } from '../draft.ts';
import type { Purchase } from '../event.ts';
import { MissingEvidence } from '../missing-evidence.ts';
import type { Effect, Gift, Rule } from '../program.ts';
import { giftStock } from '../rewards/stock.ts';
import { contextOf, testRule } from '../rules/decide-rules.ts';
import type { RuleSituation } from '../rules/decision.ts';
import { basketAt, stageOf } from '../rules/stages.ts';

type GiftEffect = Extract<Effect, { kind: 'gift' }>;

export interface Fees {
  readonly gifts: readonly string[];
  readonly fee: number | undefined;
  /** Rules that held and came to nothing: dearer delivery, a lesser gift of a group, a gift that is gone. */
  readonly setAside: readonly string[];
}

/** Gifts and delivery of the rules that hold once discounts, vouchers and points are off; posts what is given. */
export function settleFees(draft: Draft, situation: RuleSituation, purchase: Purchase, rules: readonly Rule[]): Fees {
  const held = heldRules(situation, rules);
  const delivery = cheapestDelivery(situation, purchase, rules);
  const { gifts, lesser } = giveGifts(draft, situation, purchase, held);
  if (delivery) {
    const { rule, fee } = delivery;
    const way = purchase.delivery ?? '';
    post(draft, { fact: 'delivery_fee', v: 1, rule: rule.id, way, fee, currency: purchase.currency });
  }
  const idle = held.filter(
    (rule) => rule !== delivery?.rule && rule.then.every(({ kind }) => kind === 'delivery') && stageOf(rule) === 'fees',
  );
  return { gifts, fee: delivery?.fee, setAside: [...lesser, ...idle].map(({ id }) => id) };
}

/** Of the rules that hold the one with the lowest fee for the way of delivery, ties to the earlier. */
export function cheapestDelivery(
  situation: RuleSituation,
  { delivery: way }: Purchase,
  rules: readonly Rule[],
): { readonly rule: Rule; readonly fee: number } | undefined {
  if (way === undefined) return undefined;
  const where = { market: situation.market.id, day: situation.storeDay };
  const offers = heldRules(situation, rules).flatMap((rule) =>
    rule.then.flatMap((effect) =>
      effect.kind === 'delivery' && (effect.ways?.has(way) ?? true) ? [{ rule, fee: effect.fee(where) }] : [],
    ),
  );
  return offers.toSorted((a, b) => a.fee - b.fee)[0];
}

/** Rules on prices were tested before; the others look at what is left to pay. */
function heldRules(situation: RuleSituation, rules: readonly Rule[]): readonly Rule[] {
  const context = contextOf({ ...situation, basket: situation.basket && basketAt(situation.basket, 'fees') });
  return rules.filter((rule) => {
    if (stageOf(rule) === 'prices') return true;
    const { holds, limited } = testRule(situation, rule, context);
    return holds && !limited;
  });
}

function giveGifts(
  draft: Draft,
  situation: RuleSituation,
  purchase: Purchase,
  held: readonly Rule[],
): { readonly gifts: readonly string[]; readonly lesser: readonly Rule[] } {
  const where = { market: situation.market.id, day: situation.storeDay };
  const worthOf = (rule: Rule) =>
    Math.max(
      0,
      ...giftsOf(rule).flatMap(({ firstOf }) => firstOf.map((id) => knownGift(draft, id)?.worth(where) ?? 0)),
    );
  const giving = held.filter((rule) => giftsOf(rule).length > 0);
  const gifts: string[] = [];
  const lesser: Rule[] = [];
  for (const rule of giving) {
    const rivals = rule.group === undefined ? [rule] : giving.filter(({ group }) => group === rule.group);
    const best = rivals.reduce((most, one) => (worthOf(one) > worthOf(most) ? one : most));
    const found = best === rule ? giftsOf(rule).map((effect) => firstInStock(draft, effect)) : [];
    for (const gift of found) {
      if (!gift) {
        post(draft, { fact: 'declined', v: 1, rule: rule.id, reason: 'reward_out_of_stock' });
        continue;
      }
      const line = purchase.lines.length + gifts.length;
      gifts.push(gift.sku);
      const { id, sku } = gift;
      const { currency } = purchase;
      post(draft, { fact: 'gift_given', v: 1, rule: rule.id, gift: id, sku, line, worth: gift.worth(where), currency });
      if (gift.stock !== undefined) post(draft, { fact: 'stock_taken', v: 1, reward: giftStock(id), times: 1 });
    }
    const isEmpty = found.every((gift) => gift === undefined);
    if (isEmpty && rule.then.every(({ kind }) => kind === 'gift')) lesser.push(rule);
  }
  return { gifts, lesser };
}

function giftsOf(rule: Rule): readonly GiftEffect[] {
  return rule.then.filter((effect) => effect.kind === 'gift');
}

function knownGift(draft: Draft, id: string): Gift | undefined {
  return draft.program.gifts.get(id);
}

function firstInStock(draft: Draft, { firstOf }: GiftEffect): Gift | undefined {
  for (const id of firstOf) {
    const gift = knownGift(draft, id);
    if (gift && isInStock(draft, gift)) return gift;
  }
  return undefined;
}

function isInStock(draft: Draft, { id, stock }: Gift): boolean {
  if (stock === undefined) return true;
  const reward = giftStock(id);
  const left = draft.evidence.stock[reward];
  if (left === undefined) throw new MissingEvidence({ kind: 'stock', reward });
  const taken = draft.facts.reduce(
    (sum, fact) => (fact.fact === 'stock_taken' && fact.reward === reward ? sum + fact.times : sum),
    0,
  );
  return left - taken >= 1;
}
