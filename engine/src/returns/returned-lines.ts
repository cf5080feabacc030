import type { Return } from '../event.ts';
import type { PurchaseEvidence } from '../evidence.ts';
import { compare, type Exact, minus, parseExact, ZERO } from '../numbers/exact.ts';
import type { PricedLine } from '../program.ts';
import { type Refusal, refuse } from '../refusals.ts';

/** How much of each line of a purchase is left, by line index. */
export type LinesLeft = readonly Exact[];

/** What earlier returns have left of a purchase. */
export function leftBefore(lines: readonly PricedLine[], evidence: PurchaseEvidence): LinesLeft {
  const left = lines.map((line) => line.quantity);
  for (const { facts } of evidence.returns) {
    for (const fact of facts) {
      if (fact.fact !== 'refund_due') continue;
      for (const { line, quantity } of fact.lines) {
        left[line] = minus(left[line] ?? ZERO, parseExact(quantity) ?? ZERO);
      }
    }
  }
  return left;
}

/** What is left after this return too; partial returns never add up to more than the purchase. */
export function leftAfter(before: LinesLeft, asked: Return['lines']): LinesLeft | Refusal {
  if (asked === undefined) {
    return before.every((quantity) => quantity.n === 0)
      ? refuse('return_exceeds_purchase', { line: 0 })
      : before.map(() => ZERO);
  }
  if (asked.length === 0) return refuse('malformed', { at: '/lines' });
  const after = [...before];
  for (const [index, { line, quantity }] of asked.entries()) {
    const left = after[line];
    if (left === undefined) return refuse('unknown_line', { at: `/lines/${index}/line`, line });
    const back = quantity === undefined ? left : parseExact(String(quantity));
    const isNothing = back !== undefined && quantity !== undefined && compare(back, ZERO) === 0;
    if (!back || isNothing || compare(back, ZERO) < 0) return refuse('malformed', { at: `/lines/${index}/quantity` });
    if (compare(back, left) > 0 || back.n === 0) return refuse('return_exceeds_purchase', { line });
    after[line] = minus(left, back);
  }
  return after;
}
