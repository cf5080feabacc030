import { assert } from '../assert.ts';
import { countBasket } from '../counters/count-basket.ts';
import { type Draft, marketOf, post } from '../draft.ts';
import type { Purchase, Return } from '../event.ts';
import type { PurchaseEvidence, Recorded } from '../evidence.ts';
import { lowerLevels } from '../ladders/evaluate.ts';
import { MissingEvidence } from '../missing-evidence.ts';
import { type Exact, exactText, minus, plus, roundTo, times, whole, ZERO } from '../numbers/exact.ts';
import { takeBack } from '../points/take-back.ts';
import type { Program } from '../program.ts';
import { marketForCurrency } from '../purchase/decide-purchase.ts';
import { type Basket, priceBasket, reductionsIn, remainingBasket } from '../purchase/price.ts';
import { NotInReading, storedValues } from '../purchase/values.ts';
import { undoByReturn } from '../referrals/decide-referral.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import { count } from '../rules/apply-rules.ts';
import { contextOf, decideRules } from '../rules/decide-rules.ts';
import type { Count, RuleDecision, RuleSituation } from '../rules/decision.ts';
import { setAsideIn } from '../rules/stages.ts';
import { nameOfKey } from '../scopes.ts';
import { addToDay } from '../time/days.ts';
import { dayAt } from '../time/zones.ts';
import { type Deduction, giftsToDeduct, returnGifts, upTo } from './kept-gifts.ts';
import { type LinesLeft, leftAfter, leftBefore } from './returned-lines.ts';
import { bringBackUses, cancelGiven } from './undo-uses.ts';

/** The purchase of a return as it was decided: event, program and market of then. */
export interface Original {
  readonly recorded: Recorded;
  readonly purchase: Purchase;
  readonly program: Program;
  readonly basket: Basket;
}

/**
 * Takes back what the part that comes back had given: the whole and the remaining basket are decided from the
 * purchase's reading under the recorded version, and the difference less earlier returns is posted.
 */
export function decideReturn(draft: Draft, body: Return): Refusal | undefined {
  const evidence = draft.evidence.purchases[body.purchase];
  if (evidence === undefined) throw new MissingEvidence({ kind: 'purchase', id: body.purchase });
  if (evidence === null || evidence.purchase.event.kind !== 'purchase') {
    return refuse('unknown_purchase', { purchase: body.purchase });
  }
  const original = originalOf(draft, evidence.purchase);
  const tooLate = isTooLate(draft, original);
  if (tooLate) return tooLate;
  const before = leftBefore(original.basket.lines, evidence);
  const after = leftAfter(before, body.lines);
  if (isRefusal(after)) return after;
  const kept = exchangeOnly(draft, original, before, after, body);
  if (kept) return kept;
  const baskets = {
    before: remainingBasket(original.basket, before),
    after: remainingBasket(original.basket, after),
  };
  const whole = decide(draft, original, original.basket);
  const decisions = { before: decide(draft, original, baskets.before), after: decide(draft, original, baskets.after) };
  const deducted = giftsToDeduct(original.recorded, evidence, decisions.after, after);
  refund(draft, original, { before, after, baskets, deducted });
  returnGifts(draft, original.recorded, before, after);
  bringBackUses(draft, original.recorded, evidence, baskets.before, baskets.after);
  lowerCounters(draft, original, baskets, decisions);
  for (const [currency, wanted] of owed(original, evidence, whole, decisions.after, after)) {
    takeBack(draft, currency, wanted, evidence);
  }
  cancelGiven(draft, original.recorded, decisions);
  lowerLevels(draft);
  undoByReturn(draft, original.recorded.event.id, original.recorded.event.channel, baskets.after);
  return undefined;
}

function originalOf(draft: Draft, recorded: Recorded): Original {
  assert(recorded.event.kind === 'purchase', 'a purchase is returned');
  const version = draft.programs.versions.find(({ number }) => number === recorded.version);
  assert(version, 'the version of a purchase is kept');
  const purchase = recorded.event.body;
  const basket = priceBasket(purchase, reductionsIn(recorded));
  return { recorded, purchase, program: version.program, basket };
}

function isTooLate(draft: Draft, { program, recorded }: Original): Refusal | undefined {
  if (program.returns.within === 'always') return undefined;
  const last = addToDay(dayAt(draft.market.zone, recorded.event.occurredAt), program.returns.within);
  return draft.occurredDay > last ? refuse('return_too_late', { through: last }) : undefined;
}

/** What a voucher of the kind has paid is exchanged for something else, and not paid back. */
function exchangeOnly(
  draft: Draft,
  { recorded, basket }: Original,
  before: LinesLeft,
  after: LinesLeft,
  { isExchange }: Return,
): Refusal | undefined {
  if (isExchange) return undefined;
  const used = recorded.facts.find(
    (fact) =>
      fact.fact === 'voucher_used' &&
      draft.programs.versions.some(({ program }) => program.rewards.get(fact.reward)?.voucher.exchangeOnly),
  );
  const line = basket.lines.find(
    ({ index, vouchers }) => vouchers > 0 && minus(before[index] ?? ZERO, after[index] ?? ZERO).n !== 0,
  );
  return used && line ? refuse('exchange_only', { line: line.index }) : undefined;
}

interface Returned {
  readonly before: LinesLeft;
  readonly after: LinesLeft;
  readonly baskets: { readonly before: Basket; readonly after: Basket };
  readonly deducted: readonly Deduction[];
}

function refund(draft: Draft, { basket, recorded }: Original, { before, after, baskets, deducted }: Returned): void {
  const lines = basket.lines.flatMap(({ index }) => {
    const quantity = minus(before[index] ?? ZERO, after[index] ?? ZERO);
    if (quantity.n === 0) return [];
    return [
      {
        line: index,
        quantity: exactText(quantity),
        amount: paidOf(baskets.before, index) - paidOf(baskets.after, index),
      },
    ];
  });
  const goods = lines.reduce((sum, line) => sum + line.amount, 0);
  // No more is kept back for gifts than is due; the rest waits for the next return.
  const off = upTo(goods, deducted);
  const amount = goods - off.reduce((sum, gift) => sum + gift.amount, 0);
  post(draft, {
    fact: 'refund_due',
    v: 1,
    currency: basket.currency,
    amount,
    lines,
    purchase: recorded.event.id,
    ...(off.length > 0 && { deducted: off }),
  });
}

function paidOf(basket: Basket, line: number): number {
  return Object.values(basket.lines[line]?.paid ?? {}).reduce((sum, amount) => sum + amount, 0);
}

function situationOf(draft: Draft, { program, purchase, recorded }: Original, basket: Basket): RuleSituation {
  const { event } = recorded;
  const market = marketForCurrency(program, marketOf(program, draft.account.market), purchase.currency);
  assert(!isRefusal(market), 'a recorded purchase is in a currency of its program');
  const zone = event.zone ?? marketOf(program, draft.account.market).zone;
  const values = storedValues(recorded.reading);
  const setAside = setAsideIn(recorded.reading);
  return { program, market, event, storeDay: dayAt(zone, event.occurredAt), zone, basket, values, setAside };
}

/** A basket of which nothing is left is no purchase: rules that ask for nothing of it give nothing either. */
const NOTHING: RuleDecision = { awards: [], counts: [], issues: [], grants: [], declined: [], rules: [], uses: [] };

/** The rules' decision for a basket from the purchase's reading; `undefined` where the reading cannot say. */
function decide(draft: Draft, original: Original, basket: Basket): RuleDecision | undefined {
  // A gift that is kept is nothing that was bought.
  if (basket.lines.every(({ isGift, quantity }) => isGift || quantity.n === 0)) return NOTHING;
  try {
    return decideRules(situationOf(draft, original, basket), 'purchase');
  } catch (error) {
    if (error instanceof NotInReading) return undefined;
    throw error;
  }
}

/** What is to be taken back now, by currency: the recorded award less what the remaining basket still gives and what earlier returns took. */
function owed(
  original: Original,
  evidence: PurchaseEvidence,
  wholeDecision: RuleDecision | undefined,
  remaining: RuleDecision | undefined,
  left: LinesLeft,
): readonly (readonly [string, number])[] {
  return [...recordedAwards(original)].map(([currency, recorded]) => {
    const awardIn = (decision: RuleDecision | undefined) =>
      decision?.awards.find((award) => award.currency === currency)?.amount ?? 0;
    const isReproduced = wholeDecision !== undefined && remaining !== undefined && awardIn(wholeDecision) === recorded;
    const keeps = isReproduced ? awardIn(remaining) : prorated(original, recorded, left);
    const takenBefore = evidence.returns.reduce((sum, { facts }) => sum + takenIn(facts, currency), 0);
    return [currency, Math.max(0, recorded - keeps - takenBefore)] as const;
  });
}

/** Points that rules on purchases gave; what crossings and levels gave is theirs to take back. */
function recordedAwards({ recorded, program }: Original): ReadonlyMap<string, number> {
  const onPurchase = new Set(program.rules.filter(({ on }) => on.kind === 'purchase').map(({ id }) => id));
  const awards = new Map<string, number>();
  for (const fact of recorded.facts) {
    if (fact.fact !== 'points_earned') continue;
    const amount = fact.rules.reduce((sum, share) => (onPurchase.has(share.rule) ? sum + share.amount : sum), 0);
    if (amount > 0) awards.set(fact.currency, (awards.get(fact.currency) ?? 0) + amount);
  }
  return awards;
}

function takenIn(facts: Recorded['facts'], currency: string): number {
  let sum = 0;
  for (const fact of facts) {
    const counts =
      fact.fact === 'points_already_expired' ||
      fact.fact === 'points_forgiven' ||
      ((fact.fact === 'points_taken_back' || fact.fact === 'debt_incurred') && fact.purchase !== undefined);
    if (counts && fact.currency === currency) sum += fact.amount;
  }
  return sum;
}

/** Where the whole no longer gives the recorded award, each line keeps its share of it by what was paid. */
function prorated({ basket }: Original, recorded: number, left: LinesLeft): number {
  let all: Exact = ZERO;
  let kept: Exact = ZERO;
  for (const line of basket.lines) {
    const cost = whole(line.total - line.discounts);
    const quantity = left[line.index] ?? ZERO;
    all = plus(all, cost);
    if (line.quantity.n !== 0) {
      kept = plus(kept, times(cost, times(quantity, { n: line.quantity.d, d: line.quantity.n })));
    }
  }
  return all.n === 0 ? 0 : roundTo(times(whole(recorded), times(kept, { n: all.d, d: all.n })), 'floor');
}

/** Counters fall on the day of the purchase by what the part that came back had counted. */
function lowerCounters(
  draft: Draft,
  original: Original,
  baskets: { readonly before: Basket; readonly after: Basket },
  decisions: { readonly before: RuleDecision | undefined; readonly after: RuleDecision | undefined },
): void {
  const { program, recorded } = original;
  const zone = recorded.event.zone ?? draft.market.zone;
  const day = dayAt(zone, recorded.event.occurredAt);
  const sums = new Map<string, number>();
  const add = (counts: readonly Count[], sign: 1 | -1) => {
    for (const { key, amount } of counts) sums.set(key, (sums.get(key) ?? 0) + sign * amount);
  };
  for (const [side, sign] of [
    ['before', -1],
    ['after', 1],
  ] as const) {
    const decision = decisions[side];
    const context = contextOf(situationOf(draft, original, baskets[side]));
    add(countBasket(program, recorded.event, baskets[side], decision?.awards ?? [], context), sign);
    if (decisions.before && decisions.after) add([...(decision?.counts ?? []), ...(decision?.uses ?? [])], sign);
  }
  for (const [key, amount] of sums) {
    const counter = draft.program.counters.get(nameOfKey(key));
    if (counter?.returns !== 'keep') count(draft, key, day, amount);
  }
}
