import { z } from 'zod';
import type { Reward, Setting, VoucherTerms } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { listOf } from '../leaf.ts';
import { amount } from '../leaves/amounts.ts';
import { scope, window } from '../leaves/choices.ts';
import { day, duration } from '../leaves/dates.ts';
import { money, percent, positiveWhole, stock } from '../leaves/numbers.ts';
import { levelTest, reference } from '../leaves/references.ts';
import { text } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';
import { channelsOf, channelsShape } from './bases.ts';
import { isForward, spanOf } from './spans.ts';

const voucherShape = z.strictObject({
  amount: money.optional(),
  percent: percent.optional(),
  product: reference('products').optional(),
  change: z.enum(['kept', 'lost']).optional(),
  atMost: money.optional(),
  units: positiveWhole.optional(),
  products: reference('products').optional(),
  minimum: money.optional(),
  combines: z.boolean().optional(),
  uses: positiveWhole.optional(),
  startsAfter: duration.optional(),
  valid: duration.optional(),
  through: day.optional(),
  endOf: z.enum(['month', 'year']).optional(),
  charges: listOf(text).optional(),
  channels: channelsShape.optional(),
  exchangeOnly: z.boolean().optional(),
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
  needs: z
    .strictObject({ base: reference('bases'), amount: money.optional(), channels: listOf(text).optional() })
    .optional(),
  limit: z
    .union([limitShape.extend({ perEvent: positiveWhole.optional() }), z.strictObject({ perEvent: positiveWhole })])
    .optional(),
  voucher: voucherShape,
});

type WrittenReward = Bound<z.output<typeof rewardShape>>;
type WrittenVoucher = WrittenReward['voucher'];

export function makeReward(id: string, written: WrittenReward, binding: Binding): Reward | undefined {
  const { name, issued, levels, stock: pieces, limit, needs } = written;
  if (needs && issued !== 'on_request') {
    const message = '"needs" is for a reward that points buy on request.';
    binding.at('needs').reportAtKey('unknown_word', message);
    return undefined;
  }
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
    limit: limit && limitOf(limit),
    needs: needs && { base: needs.base, amount: needs.amount, channels: needs.channels && new Set(needs.channels) },
    voucher,
  };
}

function limitOf(limit: NonNullable<WrittenReward['limit']>): Reward['limit'] {
  if (!('times' in limit)) {
    return { times: undefined, over: { kind: 'forever' }, per: 'account', per_event: limit.perEvent };
  }
  return { times: limit.times, over: limit.over, per: limit.per ?? 'account', per_event: limit.perEvent };
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
  const { products, uses, startsAfter, valid, through, minimum, endOf, combines, charges, channels, exchangeOnly } =
    written;
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
    charges: new Set(charges ?? []),
    channels: channelsOf(channels),
    exchangeOnly: exchangeOnly ?? false,
  };
}

function givesOf(written: WrittenVoucher, binding: Binding): VoucherTerms['gives'] | undefined {
  const { amount: value, percent: share, product, change, atMost, units } = written;
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
  if (share !== undefined) return { kind: 'percentage', percent: share, atMost, units };
  if (units !== undefined) {
    binding.at('units').reportAtKey('unknown_word', '"units" is only for a voucher of a percentage.');
    return undefined;
  }
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
