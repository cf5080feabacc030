import type { Voucher } from '../account.ts';
import { type Draft, post } from '../draft.ts';
import type { Line } from '../event.ts';
import { allocate, compare, type Exact, roundTo, times, whole } from '../numbers/exact.ts';
import type { Reward } from '../program.ts';
import { quantityOf } from '../purchase/price.ts';
import { type Refusal, refuse } from '../refusals.ts';

/** An open voucher with its reward, or why it cannot be used today. */
export function usableVoucher(
  draft: Draft,
  id: string,
): { readonly voucher: Voucher; readonly reward: Reward } | Refusal {
  const voucher = draft.account.vouchers[id];
  if (!voucher) return refuse(wasIssued(draft, id) ? 'voucher_used' : 'unknown_voucher', { voucher: id });
  // Dates of a late report are those of the day it occurred.
  if (voucher.from > draft.occurredDay) return refuse('voucher_not_yet_valid', { voucher: id, from: voucher.from });
  if (voucher.until !== undefined && voucher.until <= draft.occurredDay) {
    return refuse('voucher_expired', { voucher: id, until: voucher.until });
  }
  const reward = draft.program.rewards.get(voucher.reward) ?? rewardOfAnyVersion(draft, voucher.reward);
  return reward ? { voucher, reward } : refuse('unknown_reward', { reward: voucher.reward });
}

/** The reward that an open voucher came from. */
export function rewardOfVoucher(draft: Draft, id: string): Reward | undefined {
  const usable = usableVoucher(draft, id);
  return 'refused' in usable ? undefined : usable.reward;
}

export interface LinePrices {
  readonly currency: string;
  readonly lines: readonly Line[];
  /** What is left of each line to take value off, minor units. */
  readonly left: readonly number[];
}

/** What the voucher takes off each line, or why nothing. */
export function voucherReductions(draft: Draft, id: string, prices: LinePrices): readonly number[] | Refusal {
  const usable = usableVoucher(draft, id);
  if ('refused' in usable) return usable;
  const { voucher, reward } = usable;
  if (voucher.currency !== undefined && voucher.currency !== prices.currency) {
    return refuse('currency_mismatch', { currency: prices.currency, expected: voucher.currency });
  }
  const where = { market: draft.market.id, day: draft.occurredDay };
  const good = prices.left.map((amount, index) => {
    const line = prices.lines[index];
    return line && (reward.voucher.products?.has(line) ?? true) ? amount : 0;
  });
  const eligible = good.reduce((sum, amount) => sum + amount, 0);
  const minimum = reward.voucher.minimum?.(where) ?? 0;
  // Nothing to take it off: it is not used up for nothing.
  if (eligible <= 0) return refuse('minimum_not_met', { voucher: id, missing: Math.max(1, minimum), minimum });
  if (eligible < minimum) return refuse('minimum_not_met', { voucher: id, missing: minimum - eligible, minimum });
  const { gives } = reward.voucher;
  switch (gives.kind) {
    case 'amount':
      return allocate(Math.min(voucher.remaining ?? 0, eligible), good);
    case 'percentage': {
      const percent = roundTo(times(whole(eligible), times(gives.percent, { n: 1, d: 100 })), 'half_up');
      return allocate(Math.min(percent, gives.atMost?.(where) ?? percent), good);
    }
    case 'product':
      return freeProduct(prices, (line) => gives.products.has(line), gives.atMost?.(where));
  }
}

/** One unit of the dearest line that the voucher is good for. */
function freeProduct(
  { lines, left }: Pick<LinePrices, 'lines' | 'left'>,
  isGood: (line: Line) => boolean,
  atMost = Infinity,
): readonly number[] {
  let best: { readonly index: number; readonly price: Exact } | undefined;
  for (const [index, line] of lines.entries()) {
    const amount = left[index] ?? 0;
    if (!isGood(line) || amount <= 0) continue;
    const quantity = quantityOf(line);
    const price =
      compare(quantity, whole(1)) <= 0 ? whole(amount) : times(whole(amount), { n: quantity.d, d: quantity.n });
    if (!best || compare(price, best.price) > 0) best = { index, price };
  }
  const { index, price } = best ?? { index: -1, price: whole(0) };
  return lines.map((_, at) => (at === index ? Math.min(roundTo(price, 'half_up'), atMost) : 0));
}

/** Records that a voucher was used for a value; what no change is given for is lost. */
export function useVoucher(draft: Draft, id: string, value: number): void {
  const usable = usableVoucher(draft, id);
  if ('refused' in usable) return;
  const { voucher, reward } = usable;
  const uses = voucher.uses === undefined ? undefined : voucher.uses - 1;
  const over = (voucher.remaining ?? 0) - value;
  const losesChange = reward.voucher.gives.kind === 'amount' && (reward.voucher.gives.change === 'lost' || uses === 0);
  const lost = losesChange ? over : 0;
  const spent = uses === 0 || (voucher.remaining !== undefined && over - lost === 0);
  post(draft, {
    fact: 'voucher_used',
    v: 1,
    voucher: id,
    reward: reward.id,
    ...(voucher.remaining !== undefined ? { value } : {}),
    ...(voucher.currency !== undefined && { currency: voucher.currency }),
    ...(lost > 0 && { lost }),
    spent,
    before: voucher,
  });
}

function wasIssued(draft: Draft, id: string): boolean {
  const sequence = Number(/^(\d+)-\d+$/.exec(id)?.[1] ?? Number.NaN);
  return sequence <= draft.account.sequence;
}

/** A voucher outlives the reward it came from: the newest version that had it says what it is good for. */
function rewardOfAnyVersion(draft: Draft, id: string): Reward | undefined {
  return draft.programs.versions.findLast(({ program }) => program.rewards.has(id))?.program.rewards.get(id);
}
