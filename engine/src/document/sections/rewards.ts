import { z } from 'zod';
import type { Reward, Setting, VoucherTerms } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { amount } from '../leaves/amounts.ts';
import { scope, window } from '../leaves/choices.ts';
import { day, duration } from '../leaves/dates.ts';
import { money, percent, positiveWhole, stock } from '../leaves/numbers.ts';
import { levelTest, reference } from '../leaves/references.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';
import { isForward, spanOf } from './spans.ts';

const voucherShape = z.strictObject({
  amount: money.optional(),
  percent: percent.optional(),
  product: reference('products').optional(),
  change: z.enum(['kept', 'lost']).optional(),
  atMost: money.optional(),
  products: reference('products').optional(),
  minimum: money.optional(),
  combines: z.boolean().optional(),
  uses: positiveWhole.optional(),
  startsAfter: duration.optional(),
  valid: duration.optional(),
  through: day.optional(),
  endOf: z.enum(['month', 'year']).optional(),
});

export const limitShape = z.strictObject({
  times: positiveWhole,
  over: window,
  per: scope.optional(),
});

export const rewardShape = z.strictObject({
  name: words,
  from: day.optional(),
  through: day.optional(),
  cost: z.strictObject({ currency: reference('currencies'), amount }).optional(),
  issued: z.enum(['automatically', 'on_request', 'by_rules']),
  levels: levelTest.optional(),
  stock: stock.optional(),
  limit: limitShape.extend({ perEvent: positiveWhole.optional() }).optional(),
  voucher: voucherShape,
});

type WrittenReward = Bound<z.output<typeof rewardShape>>;
type WrittenVoucher = WrittenReward['voucher'];

export function makeReward(id: string, written: WrittenReward, binding: Binding): Reward | undefined {
  const { name, issued, levels, stock: pieces, limit } = written;
  const voucher = makeVoucher(written.voucher, binding.at('voucher'));
  const cost = makeCost(written, binding);
  const hasSpan = isForward(written, binding);
  if (voucher === undefined || cost === 'unknown' || !hasSpan) return undefined;
  return {
    id,
    name,
    span: spanOf(written),
    cost,
    issued,
    levels,
    stock: pieces,
    limit:
      limit === undefined
        ? undefined
        : { times: limit.times, over: limit.over, per: limit.per ?? 'account', per_event: limit.perEvent },
    voucher,
  };
}

function makeCost({ cost, issued }: WrittenReward, binding: Binding): Reward['cost'] | 'unknown' {
  if (cost === undefined) {
    if (issued === 'by_rules') return undefined;
    const remedy = 'Say what it costs with "cost", or that it is issued by_rules.';
    binding.report('missing_word', 'A reward that is not issued by rules costs points.', remedy);
    return 'unknown';
  }
  const units = cost.amount.in({ kind: 'points', currency: cost.currency });
  return units === undefined ? 'unknown' : { currency: cost.currency.id, amount: units };
}

function makeVoucher(written: WrittenVoucher, binding: Binding): VoucherTerms | undefined {
  const gives = givesOf(written, binding);
  const { products, uses, startsAfter, valid, through, minimum, endOf, combines } = written;
  if (gives === undefined) return undefined;
  const isOpen = gives.kind === 'amount' && gives.change === 'kept';
  return {
    gives,
    products,
    uses: uses ?? (isOpen ? undefined : 1),
    startsAfter,
    valid,
    through,
    minimum,
    endOf,
    combines: combines ?? true,
  };
}

function givesOf(written: WrittenVoucher, binding: Binding): VoucherTerms['gives'] | undefined {
  const { amount: value, percent: share, product, change, atMost } = written;
  const kinds = Object.keys({ amount: value, percent: share, product }).filter(
    (kind) => written[kind as 'amount' | 'percent' | 'product'] !== undefined,
  );
  if (kinds.length !== 1) {
    const found = kinds.length === 0 ? 'says none of them' : `says ${kinds.join(' and ')}`;
    binding.report('missing_word', `A voucher gives an amount, a percent or a product; this one ${found}.`);
    return undefined;
  }
  if (value !== undefined) return givesAmount(value, change, atMost, binding);
  if (change !== undefined) {
    binding.at('change').reportAtKey('unknown_word', '"change" is only for a voucher of an amount.');
    return undefined;
  }
  if (share !== undefined) return { kind: 'percentage', percent: share, atMost };
  return product === undefined ? undefined : { kind: 'product', products: product, atMost };
}

function givesAmount(
  value: Setting<number>,
  change: 'kept' | 'lost' | undefined,
  atMost: Setting<number> | undefined,
  binding: Binding,
): VoucherTerms['gives'] | undefined {
  if (atMost !== undefined) {
    binding.at('atMost').reportAtKey('unknown_word', '"atMost" is not for a voucher of an amount.');
    return undefined;
  }
  if (change !== undefined) return { kind: 'amount', amount: value, change };
  const message = 'A voucher of an amount says what becomes of the change.';
  binding.report('missing_word', message, 'Write "change: kept" or "change: lost".');
  return undefined;
}
