import type { Part, Voucher } from '../account.ts';
import { type Draft, nextLot, post } from '../draft.ts';
import type { PurchaseEvidence, Recorded } from '../evidence.ts';
import type { Fact, FactOf } from '../facts.ts';
import { proportion, whole } from '../numbers/exact.ts';
import { expiryDay } from '../points/dates.ts';
import { sumOf } from '../points/lots.ts';
import type { Basket } from '../purchase/price.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { cancelVoucher } from '../rewards/cancel-voucher.ts';
import type { RuleDecision } from '../rules/decision.ts';
import { nameOfKey } from '../scopes.ts';
import { addToDay } from '../time/days.ts';

/** Vouchers used on what comes back come back with their old date; points that paid for it go back to their lots. */
export function bringBackUses(
  draft: Draft,
  recorded: Recorded,
  evidence: PurchaseEvidence,
  before: Basket,
  after: Basket,
): void {
  const isWhole = after.lines.every((line) => line.isGift || line.quantity.n === 0);
  let value = sumOfLines(before, 'vouchers') - sumOfLines(after, 'vouchers');
  for (const fact of recorded.facts) {
    if (fact.fact !== 'voucher_used') continue;
    const broughtBack = evidence.returns
      .flatMap(({ facts }) => facts)
      .filter((earlier) => earlier.fact === 'voucher_brought_back' && earlier.voucher === fact.voucher);
    value -= bringBack(draft, fact, broughtBack as readonly FactOf<'voucher_brought_back'>[], value, isWhole);
  }
  putBackPoints(draft, recorded, before, after, isWhole);
}

/** Answers the money value that came back. A voucher of one use comes back only with the whole purchase. */
function bringBack(
  draft: Draft,
  used: FactOf<'voucher_used'>,
  earlier: readonly FactOf<'voucher_brought_back'>[],
  value: number,
  isWhole: boolean,
): number {
  const open = draft.account.vouchers[used.voucher];
  const keepsValue = used.before.remaining !== undefined && used.before.uses === undefined;
  const left = (used.value ?? 0) + (used.lost ?? 0) - earlier.reduce((sum, fact) => sum + (fact.value ?? 0), 0);
  const back = isWhole ? left : keepsValue ? Math.min(left, value) : 0;
  const isUseBack = isWhole && earlier.every((fact) => fact.after.uses === undefined);
  if (back === 0 && !(isUseBack && (used.before.uses !== undefined || used.before.remaining === undefined))) return 0;
  const from: Voucher = open ?? {
    ...used.before,
    ...(used.before.remaining !== undefined && { remaining: 0 }),
    ...(used.before.uses !== undefined && { uses: 0 }),
  };
  const restored: Voucher = {
    ...from,
    ...(from.remaining !== undefined && { remaining: from.remaining + back }),
    ...(from.uses !== undefined && isUseBack && { uses: from.uses + 1 }),
    untouched: used.before.untouched && isWhole && (from.remaining ?? 0) + back === (used.before.remaining ?? 0),
  };
  post(draft, {
    fact: 'voucher_brought_back',
    v: 1,
    voucher: used.voucher,
    reward: used.reward,
    ...(back > 0 && used.currency !== undefined && { value: back, currency: used.currency }),
    after: restored,
  });
  return back;
}

function putBackPoints(draft: Draft, recorded: Recorded, before: Basket, after: Basket, isWhole: boolean): void {
  const all = recorded.reading['taken_off:points'];
  const total = typeof all === 'string' ? all.split(' ').reduce((sum, amount) => sum + Number(amount), 0) : 0;
  if (total === 0) return;
  // By running totals, so that the parts of several returns add up to what was spent.
  const spentFor = (amount: number, basket: Basket) =>
    proportion(amount, whole(sumOfLines(basket, 'points')), whole(total));
  for (const fact of recorded.facts) {
    const paid = paidBy(fact);
    if (!paid) continue;
    const { currency, amount } = paid;
    const spent = spentFor(amount, before);
    const back = isWhole ? spent : spent - spentFor(amount, after);
    const parts = paid.parts ? takenBetween(draft, paid.parts, amount - spent, back) : inNewLot(draft, currency, back);
    if (parts.length === 0) continue;
    const putBack = { amount: sumOf(parts), parts, reason: 'purchase_returned' } as const;
    post(draft, { fact: 'points_put_back', v: 1, currency, ...putBack });
  }
}

/** Points that a fact says paid for the purchase; those that were owed for it came from no lot. */
function paidBy(
  fact: Fact,
): { readonly currency: string; readonly amount: number; readonly parts?: readonly Part[] } | undefined {
  if (fact.fact === 'hold_captured') return fact;
  if (fact.fact === 'points_spent' && fact.reason === 'payment') return fact;
  return fact.fact === 'debt_incurred' && fact.reason === 'overspent' ? fact : undefined;
}

/** Of the parts that were taken, `amount` points behind the first `skip`. */
function takenBetween(draft: Draft, taken: readonly Part[], skip: number, amount: number): readonly Part[] {
  let [before, left] = [skip, amount];
  return taken.flatMap((part) => {
    const free = Math.max(0, part.amount - before);
    before = Math.max(0, before - part.amount);
    const back = Math.min(free, left);
    left -= back;
    return back > 0 ? [usableAgain(draft, { ...part, amount: back })] : [];
  });
}

/** What was owed comes back as points of today, which first repay what is still owed. */
function inNewLot(draft: Draft, key: string, amount: number): readonly Part[] {
  const currency = draft.program.currencies.get(nameOfKey(key));
  if (!currency || amount <= 0) return [];
  const until = expiryDay(draft.program, draft.account, currency, key, draft.today);
  const dates = { from: draft.today, ...(until !== undefined && { until }), earned: draft.today };
  return [{ lot: nextLot(draft), amount, ...dates }];
}

/** Points back in their lot; where its date leaves less than the program's time to use them, in a lot of their own. */
function usableAgain(draft: Draft, part: Part): Part {
  const { usableFor } = draft.program.returns;
  if (usableFor === undefined || part.until === undefined) return part;
  const least = addToDay(draft.today, usableFor);
  return least <= part.until ? part : { ...part, lot: nextLot(draft), until: least };
}

/** Vouchers that a rule gave with the purchase and the rest of it would not give are cancelled while unused. */
export function cancelGiven(
  draft: Draft,
  recorded: Recorded,
  { before, after }: { readonly before: RuleDecision | undefined; readonly after: RuleDecision | undefined },
): void {
  if (!before || !after) return;
  for (const { rule, reward } of before.issues) {
    if (after.issues.some((issue) => issue.rule === rule && issue.reward === reward)) continue;
    const given = recorded.facts.find(
      (fact) => fact.fact === 'voucher_issued' && fact.rule === rule && fact.reward === reward,
    ) as FactOf<'voucher_issued'> | undefined;
    if (given) cancelVoucher(draft, given.voucher);
  }
}

function sumOfLines(basket: Basket, kind: 'vouchers' | 'points'): number {
  return basket.lines.reduce((sum, line) => sum + line[kind], 0);
}

/** Undoes one use, unless it was undone or the voucher has changed since. */
export function bringBackUse(draft: Draft, used: FactOf<'voucher_used'>, sequence: number): Refusal | undefined {
  const open = draft.account.vouchers[used.voucher];
  const wasAfter = used.spent ? undefined : used.before;
  const isUndone = used.spent
    ? open !== undefined
    : open?.remaining === wasAfter?.remaining && open?.uses === wasAfter?.uses;
  if (isUndone) return refuse('already_claimed', { voucher: used.voucher, use: sequence });
  const back = (used.value ?? 0) + (used.lost ?? 0);
  const after: Voucher = open
    ? {
        ...open,
        ...(open.remaining !== undefined && { remaining: open.remaining + back }),
        ...(open.uses !== undefined && { uses: open.uses + 1 }),
        untouched: used.before.untouched && open.remaining === undefined,
      }
    : used.before;
  post(draft, {
    fact: 'voucher_brought_back',
    v: 1,
    voucher: used.voucher,
    reward: used.reward,
    ...(back > 0 && used.currency !== undefined && { value: back, currency: used.currency }),
    after,
  });
  return undefined;
}
