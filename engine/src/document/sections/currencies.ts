import { z } from 'zod';
import { times, whole } from '../../numbers/exact.ts';
import { minorDigits } from '../../numbers/money.ts';
import type { Cap, Currency, Expiry, Rounding } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { leaf, listOf, Misread } from '../leaf.ts';
import { type Amount, amount } from '../leaves/amounts.ts';
import { scope } from '../leaves/choices.ts';
import { day, duration, yearlyDate } from '../leaves/dates.ts';
import { durationSetting, fineMoney, plainRate, readWhole, wholeUnits } from '../leaves/numbers.ts';
import { levelTest } from '../leaves/references.ts';
import { text } from '../leaves/texts.ts';
import { countedWords } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';
import { currencyCode } from './program-head.ts';

const capShape = z.strictObject({
  id: text.optional(),
  atMost: amount,
  over: z.enum(['purchase', 'day', 'month', 'year']),
  per: scope.optional(),
  reached: z.enum(['trim', 'decline']),
  rules: listOf(text).optional(),
});

const expiryShape = z.union([
  z.enum(['never', 'membership_year']),
  z.strictObject({
    after: durationSetting,
    endOf: z.enum(['day', 'month', 'year']).optional(),
    unless: levelTest.optional(),
    extended: z
      .strictObject({
        keptBy: listOf(z.enum(['earning', 'spending', 'activity'])),
        within: z.union([z.literal('month'), duration]),
        by: duration,
        from: day.optional(),
      })
      .optional(),
  }),
  z.strictObject({ dates: listOf(yearlyDate) }),
  z.strictObject({
    inactivity: durationSetting,
    keptBy: listOf(z.enum(['earning', 'spending', 'activity'])),
    unless: levelTest.optional(),
  }),
]);

export const currencyShape = z.strictObject({
  name: countedWords,
  money: currencyCode.optional(),
  decimals: leaf(
    { description: 'a whole number from 0 to 6', field: 'whole', type: 'integer', minimum: 0, maximum: 6 },
    readDecimals,
  ).optional(),
  rounding: z.strictObject({
    mode: z.enum(['keep', 'floor', 'half_up', 'half_even', 'ceiling']),
    step: plainRate.optional(),
    per: z.enum(['line', 'tender', 'rule', 'purchase']),
  }),
  per: scope.optional(),
  pending: durationSetting.optional(),
  expires: expiryShape,
  inactive: z
    .strictObject({
      after: durationSetting,
      keptBy: listOf(z.enum(['earning', 'spending', 'activity'])),
      unless: levelTest.optional(),
    })
    .optional(),
  overdrawn: z.enum(['debt', 'nothing']),
  cost: fineMoney.optional(),
  caps: listOf(capShape).optional(),
});

type WrittenCurrency = Bound<z.output<typeof currencyShape>>;

function readDecimals(written: unknown): number | Misread {
  const decimals = readWhole(written, 0);
  if (decimals instanceof Misread || decimals <= 6) return decimals;
  return new Misread('out_of_range', 'Points have at most 6 decimals.');
}

export function makeCurrency(id: string, written: WrittenCurrency, binding: Binding): Currency | undefined {
  const { name, money, per, pending, expires, inactive, overdrawn, cost } = written;
  const decimals = written.decimals ?? (money === undefined ? 0 : minorDigits(money));
  if (money !== undefined && decimals !== minorDigits(money)) {
    const message = `Program money in ${money} has ${minorDigits(money)} decimals.`;
    binding.at('decimals').report('too_many_decimals', message, 'Leave "decimals" out.');
    return undefined;
  }
  const rounding = makeRounding(written.rounding, decimals, binding.at('rounding', 'step'));
  const caps = (written.caps ?? []).map((cap, index) =>
    makeCap(cap, index, { decimals, money }, binding.at('caps', index)),
  );
  const madeCaps = caps.filter((cap) => cap !== undefined);
  if (inactive && typeof expires !== 'string' && 'inactivity' in expires) {
    const message = '"inactive" is for points that expire otherwise too.';
    binding.at('inactive').reportAtKey('unknown_word', message, 'Say it once, under "expires".');
    return undefined;
  }
  if (rounding === undefined || madeCaps.length < caps.length) return undefined;
  return {
    id,
    name,
    money,
    decimals,
    rounding,
    per: per ?? 'account',
    pending,
    expires: makeExpiry(expires),
    inactive: inactive && makeInactive(inactive),
    overdrawn,
    cost,
    caps: madeCaps,
  };
}

function makeRounding(
  { mode, step, per }: WrittenCurrency['rounding'],
  decimals: number,
  binding: Binding,
): Rounding | undefined {
  if (step === undefined) return { mode, step: 1, per };
  if (mode === 'keep') {
    binding.reportAtKey('unknown_word', '"keep" keeps every decimal, so there is no step.', 'Leave "step" out.');
    return undefined;
  }
  const units = wholeUnits(times(step, whole(10 ** decimals)), decimals, 'these points');
  if (!(units instanceof Misread)) return { mode, step: units, per };
  binding.report(units.code, units.message, units.remedy);
  return undefined;
}

function makeCap(
  written: NonNullable<WrittenCurrency['caps']>[number],
  index: number,
  currency: Pick<Currency, 'decimals' | 'money'>,
  binding: Binding,
): Cap | undefined {
  const atMost = (written.atMost as Amount).in({ kind: 'points', currency });
  const rules = written.rules?.map((rule, place) => binding.at('rules', place).knowsRule(rule));
  if (atMost === undefined || rules?.includes(false)) return undefined;
  const { over, reached } = written;
  return {
    id: written.id ?? `cap-${index + 1}`,
    atMost,
    over,
    per: written.per ?? 'account',
    reached,
    rules: written.rules === undefined ? undefined : new Set(written.rules),
  };
}

function makeExpiry(written: WrittenCurrency['expires']): Expiry {
  if (typeof written === 'string') return { kind: written };
  if ('dates' in written) return { kind: 'dates', dates: written.dates };
  const unless = written.unless === undefined ? {} : { unless: written.unless };
  if ('inactivity' in written) {
    return { kind: 'inactivity', after: written.inactivity, keptBy: new Set(written.keptBy), ...unless };
  }
  return { kind: 'after', after: written.after, endOf: written.endOf ?? 'day', ...unless, ...extensionOf(written) };
}

function makeInactive({ after, keptBy, unless }: NonNullable<WrittenCurrency['inactive']>): Currency['inactive'] {
  return { kind: 'inactivity', after, keptBy: new Set(keptBy), ...(unless === undefined ? {} : { unless }) };
}

function extensionOf({ extended }: Extract<WrittenCurrency['expires'], { after: unknown }>) {
  if (extended === undefined) return {};
  const { keptBy, within, by, from } = extended;
  return { extended: { keptBy: new Set(keptBy), within, by, ...(from === undefined ? {} : { from }) } };
}
