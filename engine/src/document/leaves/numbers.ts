import { formatDuration } from '../../explain/durations.ts';
import { formatExactMoney, formatPercent, formatRate, formatShortMoney } from '../../explain/formats.ts';
import { compare, type Exact, parseExact, times, whole, ZERO } from '../../numbers/exact.ts';
import { isCurrency, minorDigits } from '../../numbers/money.ts';
import type { Market } from '../../program.ts';
import { remedyFor } from '../binding.ts';
import { leaf, Misread } from '../leaf.ts';
import { kindOfValue, scalarText } from '../numeral.ts';
import { DURATION_PATTERN, readDays } from './dates.ts';
import { settingLeaf } from './settings.ts';

const RATE_SCHEMA = {
  description: 'an exact decimal or fraction: 1.25, "1/3"',
  field: 'rate',
  type: ['number', 'string'],
  pattern: '^\\d+(\\.\\d+)?$|^\\d+/\\d+$',
};
const MONEY_SCHEMA = {
  description: 'money: "5.00 GBP", or 5 of the market’s own currency',
  field: 'money',
  type: ['number', 'string'],
  pattern: '^\\d+(\\.\\d+)?( [A-Z]{3})?$',
};

const PERCENT_SCHEMA = { ...RATE_SCHEMA, description: 'a percentage, up to 100', field: 'percent' };
const WHOLE_SCHEMA = { field: 'whole', type: 'integer' };

/** A number of times or pieces, from 1. */
export const positiveWhole = leaf({ ...WHOLE_SCHEMA, description: 'a whole number from 1', minimum: 1 }, (written) =>
  readWhole(written, 1),
);

/** How many there are in all: none is possible. */
export const stock = leaf({ ...WHOLE_SCHEMA, description: 'a whole number', minimum: 0 }, (written) =>
  readWhole(written, 0),
);

/** An exact decimal or fraction above nothing: 1.25, "1/3". */
export const plainRate = leaf(RATE_SCHEMA, readPositiveRate);

/** An exact decimal or fraction, nothing included. */
export const plainRateFromZero = leaf(RATE_SCHEMA, readRate);

/** A share of a hundred. */
export const percent = leaf(PERCENT_SCHEMA, readPercent);

/** The same, by market and date. */
export const percentSetting = settingLeaf<Exact, Exact>({
  schema: PERCENT_SCHEMA,
  read: readPercent,
  fit: (value) => value,
  say: (value, _market, { locale }) => formatPercent(value, locale),
});

/** The same as `plainRate`, by market and date. */
export const rate = settingLeaf<Exact, Exact>({
  schema: RATE_SCHEMA,
  read: readPositiveRate,
  fit: (value) => value,
  say: (value, _market, { locale }) => formatRate(value, locale),
});

/** Whole days or more, by market and date. */
export const durationSetting = settingLeaf({
  schema: {
    description: 'a time of days, months or years',
    field: 'duration',
    type: 'string',
    pattern: DURATION_PATTERN,
  },
  read: readDays,
  fit: (value) => value,
  say: (value, _market, { locale }) => formatDuration(value, locale),
});

/** Money above nothing in minor units: `"5.00 GBP"`, or 5 for five of the market's own currency. */
export const money = settingLeaf<WrittenMoney, number>({
  schema: MONEY_SCHEMA,
  read: (written) => readMoney(written, 'positive'),
  fit: (value, market) => minorUnits(value, market),
  say: (value, market, { locale }) => formatShortMoney(value, market?.currency ?? '', locale),
});

/** The same, nothing included. */
/** The same, where nothing at all is an amount too. */
export const moneyFromZero = settingLeaf<WrittenMoney, number>({
  schema: MONEY_SCHEMA,
  read: (written) => readMoney(written, 'from zero'),
  fit: (value, market) => minorUnits(value, market),
  say: (value, market, { locale }) => formatShortMoney(value, market?.currency ?? '', locale),
});

/** Money that may be finer than the currency's smallest coin, in exact minor units: what a point costs. */
export const fineMoney = settingLeaf<WrittenMoney, Exact>({
  schema: MONEY_SCHEMA,
  read: (written) => readMoney(written, 'from zero'),
  fit: exactMinorUnits,
  say: (value, market, { locale }) => formatExactMoney(value, market?.currency ?? '', locale),
});

/** Money or a plain number, as written. */
export interface WrittenMoney {
  readonly currency: string | undefined;
  readonly value: Exact;
}

export function readMoney(written: unknown, least: 'positive' | 'from zero'): WrittenMoney | Misread {
  const match = /^(\S+)(?:\s+(\S+))?$/.exec(scalarText(written)?.trim() ?? '');
  const value = parseExact(match?.[1] ?? '');
  if (!match || value === undefined) {
    return new Misread('malformed_money', `Expected an amount such as "5.00 GBP" or 5, found ${kindOfValue(written)}.`);
  }
  const currency = match[2];
  if (currency !== undefined && !isCurrency(currency)) return unknownCurrency(currency);
  const misread = outOfRange(value, least);
  return misread ?? { currency, value };
}

/** `undefined` currency means the market's own. */
function exactMinorUnits({ currency, value }: WrittenMoney, market: Market): Exact | Misread {
  if (currency !== undefined && currency !== market.currency) {
    return new Misread(
      'wrong_currency',
      `The amount is in ${currency}, but the market "${market.id}" counts in ${market.currency}.`,
      'Write the number alone for the market’s own currency, or a parameter with a value for each market.',
    );
  }
  return times(value, whole(10 ** minorDigits(market.currency)));
}

export function minorUnits(money: WrittenMoney, market: Market): number | Misread {
  const units = exactMinorUnits(money, market);
  return units instanceof Misread ? units : wholeUnits(units, minorDigits(market.currency), market.currency);
}

/** Exact units as a whole number, or how many decimals there may be. */
export function wholeUnits(units: Exact, decimals: number, what: string): number | Misread {
  if (units.d === 1 && typeof units.n === 'number') return units.n;
  if (units.d === 1) return new Misread('out_of_range', 'The number is too large.');
  const allowed = decimals === 0 ? 'no decimals' : decimals === 1 ? 'one decimal' : `${decimals} decimals`;
  return new Misread('too_many_decimals', `An amount of ${what} has ${allowed}.`);
}

export function unknownCurrency(currency: string): Misread {
  const remedy = remedyFor(currency, Intl.supportedValuesOf('currency'));
  const near = remedy?.startsWith('Did') ? remedy : 'A currency is written with the three letters of ISO 4217, as GBP.';
  return new Misread('unknown_currency', `"${currency}" is not a currency.`, near);
}

function readRate(written: unknown): Exact | Misread {
  const value = parseExact(scalarText(written)?.trim() ?? '');
  if (value === undefined) {
    const expected = 'Expected a decimal such as 1.25 or a fraction such as "1/3"';
    return new Misread('malformed_rate', `${expected}, found ${kindOfValue(written)}.`);
  }
  return outOfRange(value, 'from zero') ?? value;
}

function readPercent(written: unknown): Exact | Misread {
  const value = readPositiveRate(written);
  if (value instanceof Misread || compare(value, whole(100)) <= 0) return value;
  return new Misread('out_of_range', 'A percentage is at most 100.');
}

function readPositiveRate(written: unknown): Exact | Misread {
  const value = readRate(written);
  return value instanceof Misread ? value : (outOfRange(value, 'positive') ?? value);
}

export function readWhole(written: unknown, least: number): number | Misread {
  const value = parseExact(scalarText(written)?.trim() ?? '');
  if (value === undefined || value.d !== 1 || typeof value.n !== 'number') {
    return new Misread('wrong_kind', `Expected a whole number, found ${kindOfValue(written)}.`);
  }
  return value.n >= least ? value.n : new Misread('out_of_range', `The number must be at least ${least}.`);
}

function outOfRange(value: Exact, least: 'positive' | 'from zero'): Misread | undefined {
  const sign = compare(value, ZERO);
  if (sign < 0) return new Misread('out_of_range', 'The number must not be negative.');
  return sign === 0 && least === 'positive'
    ? new Misread('out_of_range', 'The number must be more than 0.')
    : undefined;
}
