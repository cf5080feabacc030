import type { Voucher } from '../account.ts';
import { type Draft, post } from '../draft.ts';
import type { Charge, Line } from '../event.ts';
import { allocate, compare, type Exact, minus, roundTo, times, whole } from '../numbers/exact.ts';
import type { Reward } from '../program.ts';
import { quantityOf } from '../purchase/price.ts';
import { type Refusal, refuse } from '../refusals.ts';

/** An open voucher with its reward, or why it cannot be used today. */
export function usableVoucher(
  draft: Draft,
  id: string,
): { readonly voucher: Voucher; readonly reward: Reward } | Refusal {
  // One that has expired since is good for a purchase of before that, which is reported late.
  const voucher = draft.account.vouchers[id] ?? draft.account.lapsed?.[id];
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
  /** Behind the lines in `left`. */
  readonly charges?: readonly Charge[] | undefined;
  /** What is left of each line, and of each charge, to take value off, minor units. */
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
  if (!isUsedHere(reward, draft.event.channel)) return refuse('condition_not_met', { voucher: id });
  const where = { market: draft.market.id, day: draft.occurredDay };
  const good = prices.left.map((amount, index) => {
    const line = prices.lines[index];
    return line && (reward.voucher.products?.has(line) ?? true) ? amount : 0;
  });
  const eligible = good.reduce((sum, amount) => sum + amount, 0);
  const others = chargesIn(reward, prices);
  const payable = others.reduce((sum, amount) => sum + amount, 0);
  const minimum = reward.voucher.minimum?.(where) ?? 0;
  // Nothing to take it off: it is not used up for nothing.
  if (eligible + payable <= 0)
    return refuse('minimum_not_met', { voucher: id, missing: Math.max(1, minimum), minimum });
  if (eligible < minimum) return refuse('minimum_not_met', { voucher: id, missing: minimum - eligible, minimum });
  const { gives } = reward.voucher;
  switch (gives.kind) {
    case 'amount': {
      const [worth = 0, onLines] = [voucher.remaining, Math.min(voucher.remaining ?? 0, eligible)];
      const onGoods = eligible === 0 ? good : allocate(onLines, good);
      const onCharges = payable === 0 ? others : allocate(Math.min(worth - onLines, payable), others);
      return onGoods.map((amount, index) => amount + (onCharges[index] ?? 0));
    }
    case 'percentage': {
      const part = gives.units === undefined ? good : dearestUnits(prices.lines, good, gives.units);
      const cost = part.reduce((sum, amount) => sum + amount, 0);
      const percent = roundTo(times(whole(cost), times(gives.percent, { n: 1, d: 100 })), 'half_up');
      return allocate(Math.min(percent, gives.atMost?.(where) ?? percent), part);
    }
    case 'product':
      return freeProduct(prices, (line) => gives.products.has(line), gives.atMost?.(where));
  }
}

/** What so many of the dearest units cost, by line; of what is sold by weight, less than one is a unit of its own. */
function dearestUnits(lines: readonly Line[], amounts: readonly number[], units: number): readonly number[] {
  const dearest = lines
    .map((line, index) => {
      const [quantity, amount] = [quantityOf(line), amounts[index] ?? 0];
      const isLess = compare(quantity, whole(1)) <= 0;
      const price = isLess ? whole(amount) : times(whole(amount), { n: quantity.d, d: quantity.n });
      return { index, amount, price, count: isLess ? whole(1) : quantity };
    })
    .toSorted((a, b) => compare(b.price, a.price) || a.index - b.index);
  const taken = amounts.map(() => 0);
  let left: Exact = whole(units);
  for (const { index, amount, price, count } of dearest) {
    if (left.n <= 0) break;
    const isAll = compare(count, left) <= 0;
    taken[index] = isAll ? amount : roundTo(times(price, left), 'half_up');
    left = isAll ? minus(left, count) : whole(0);
  }
  return taken;
}

function isUsedHere({ voucher: { channels } }: Reward, channel: string | undefined): boolean {
  if (channels.only && (channel === undefined || !channels.only.has(channel))) return false;
  return channel === undefined || !channels.not?.has(channel);
}

/** What is left of the charges that it pays, by their places behind the lines. */
function chargesIn({ voucher }: Reward, { lines, charges = [], left }: LinePrices): readonly number[] {
  return left.map((amount, index) => {
    const charge = charges[index - lines.length];
    return charge && voucher.charges.has(charge.kind) ? amount : 0;
  });
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
  return left.map((_, at) => (at === index ? Math.min(roundTo(price, 'half_up'), atMost) : 0));
}

/** Records that a voucher was used for a value; what no change is given for is lost. */
export function useVoucher(draft: Draft, id: string, value: number): void {
  const usable = usableVoucher(draft, id);
  if ('refused' in usable) return;
  const { voucher, reward } = usable;
  if (!draft.account.vouchers[id]) revive(draft, id, voucher);
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

/** What is not used now expires again at once, by its date. */
function revive(draft: Draft, id: string, voucher: Voucher): void {
  post(draft, {
    fact: 'voucher_brought_back',
    v: 1,
    voucher: id,
    reward: voucher.reward,
    from: 'expired',
    ...(voucher.remaining !== undefined && { value: voucher.remaining }),
    ...(voucher.currency !== undefined && { currency: voucher.currency }),
    after: voucher,
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
