import { type Draft, post } from '../draft.ts';
import type { PurchaseEvidence, Recorded } from '../evidence.ts';
import type { FactOf } from '../facts.ts';
import { giftStock, stockOf } from '../rewards/stock.ts';
import type { RuleDecision } from '../rules/decision.ts';
import type { LinesLeft } from './returned-lines.ts';

export interface Deduction {
  /** The gift's line in the purchase. */
  readonly line: number;
  /** Less than nothing when an earlier deduction is undone. */
  readonly amount: number;
}

/** Gifts that are kept although what is left of the purchase would not have brought them, less what was deducted before. */
export function giftsToDeduct(
  { facts }: Recorded,
  { returns }: PurchaseEvidence,
  remaining: RuleDecision | undefined,
  left: LinesLeft,
): readonly Deduction[] {
  if (!remaining) return [];
  return facts.flatMap((fact) => {
    if (fact.fact !== 'gift_given') return [];
    const isKept = (left[fact.line]?.n ?? 0) !== 0;
    const isOwed = isKept && !remaining.rules.includes(fact.rule);
    const amount = (isOwed ? fact.worth : 0) - deductedBefore(returns, fact.line);
    return amount === 0 ? [] : [{ line: fact.line, amount }];
  });
}

function deductedBefore(returns: readonly Recorded[], line: number): number {
  const all = returns.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.fact === 'refund_due' ? (fact.deducted ?? []) : [])),
  );
  return all.reduce((sum, one) => (one.line === line ? sum + one.amount : sum), 0);
}

/** Deductions of at most so much in all. */
export function upTo(most: number, deductions: readonly Deduction[]): readonly Deduction[] {
  // What is given back first makes room.
  let room = deductions.reduce((sum, { amount }) => (amount < 0 ? sum - amount : sum), most);
  return deductions
    .map(({ line, amount }) => {
      const taken = amount < 0 ? amount : Math.min(amount, room);
      if (amount > 0) room -= taken;
      return { line, amount: taken };
    })
    .filter(({ amount }) => amount !== 0);
}

/** A gift of limited stock that comes back is there for the next. */
export function returnGifts(draft: Draft, { facts }: Recorded, before: LinesLeft, after: LinesLeft): void {
  for (const fact of facts) {
    if (fact.fact !== 'gift_given' || !isBack(fact, before, after)) continue;
    const reward = giftStock(fact.gift);
    const isTaken = facts.some((one) => one.fact === 'stock_taken' && one.reward === reward);
    if (isTaken && stockOf(draft.program, reward) !== undefined) {
      post(draft, { fact: 'stock_returned', v: 1, reward, times: 1 });
    }
  }
}

function isBack({ line }: FactOf<'gift_given'>, before: LinesLeft, after: LinesLeft): boolean {
  return (before[line]?.n ?? 0) !== 0 && (after[line]?.n ?? 0) === 0;
}
