import { type Exact, exactText, times, whole } from '../numbers/exact.ts';
import { decimalText, minorDigits } from '../numbers/money.ts';
import type { Currency, Locale } from '../program.ts';
import type { Day } from '../time/days.ts';

/** The variety of each language that dates and numbers follow. */
export const LOCALE_TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', da: 'da-DK', sv: 'sv-SE', nb: 'nb-NO' };

const MILLISECONDS_OF_DAY = 86_400_000;

/** Minor units as the locale writes them: 500 GBP is `£5.00`, in Danish `5,00 £`. */
export function formatMoney(amount: number, currency: string, locale: Locale): string {
  return exactly(moneyFormat(locale, currency, minorDigits(currency)), decimalText(amount, minorDigits(currency)));
}

/** The same for an exact number of minor units, which may be a fraction: 1/2 GBP penny is `£0.005`. */
export function formatExactMoney(amount: Exact, currency: string, locale: Locale): string {
  const digits = minorDigits(currency);
  const major = exactText(times(amount, { n: 1, d: 10 ** digits }));
  const decimals = major.includes('/') ? digits + 4 : Math.max(digits, (major.split('.')[1] ?? '').length);
  return exactly(moneyFormat(locale, currency, decimals), decimalOf(major));
}

/** Money in running text: whole amounts without decimals, `£500` and `£2.50`. */
export function formatShortMoney(amount: number, currency: string, locale: Locale): string {
  const digits = minorDigits(currency);
  const isWhole = amount % 10 ** digits === 0;
  return exactly(moneyFormat(locale, currency, isWhole ? 0 : digits), decimalText(amount, digits));
}

/** "for every £1", "pr. britisk pund": a step of money after `per`; one whole unit is said by name outside English. */
export function formatMoneyStep(amount: number, currency: string, locale: Locale): string {
  if (locale === 'en' || amount !== 10 ** minorDigits(currency)) return formatShortMoney(amount, currency, locale);
  const style = { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits: 0 } as const;
  const format = cached(formats, `${locale} ${currency} name`, () => new Intl.NumberFormat(LOCALE_TAGS[locale], style));
  return format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Units of the currency's decimals with the currency's name: `12.50 stars`, `1 point`; program money as money. */
export function formatPoints(units: number, currency: Pick<Currency, 'name' | 'money' | 'decimals'>, locale: Locale) {
  if (currency.money !== undefined) return formatMoney(units, currency.money, locale);
  return nameCount(decimalText(units, currency.decimals), currency, locale, currency.decimals);
}

/** Units in running text: `5 stars`, `0.5 stars`. */
export function formatShortPoints(
  units: number,
  currency: Pick<Currency, 'name' | 'money' | 'decimals'>,
  locale: Locale,
) {
  if (currency.money !== undefined) return formatShortMoney(units, currency.money, locale);
  return formatExactPoints(whole(units), currency, locale);
}

/** An exact number of units in running text, without decimals that say nothing. */
export function formatExactPoints(
  units: Exact,
  currency: Pick<Currency, 'name' | 'money' | 'decimals'>,
  locale: Locale,
) {
  if (currency.money !== undefined) return formatExactMoney(units, currency.money, locale);
  const points = times(units, { n: 1, d: 10 ** currency.decimals });
  return nameCount(exactText(points), currency, locale, 0);
}

function nameCount(points: string, currency: Pick<Currency, 'name'>, locale: Locale, decimals: number): string {
  return `${formatDecimal(points, locale, decimals)} ${pointsName(currency, points, locale)}`;
}

/** The name that goes with a number: `point` with 1, `points` otherwise. */
export function pointsName(currency: Pick<Currency, 'name'>, number: string, locale: Locale): string {
  const name = currency.name[locale] ?? Object.values(currency.name)[0];
  return (number === '1' ? name?.one : name?.other) ?? '';
}

/** A decimal or fraction text as the locale writes it. */
export function formatDecimal(text: string, locale: Locale, decimalsMin = 0): string {
  if (text.includes('/')) return text;
  const decimals = Math.max(decimalsMin, (text.split('.')[1] ?? '').length);
  return exactly(numberFormat(locale, decimals), text);
}

export function formatRate(rate: Exact, locale: Locale): string {
  return formatDecimal(exactText(rate), locale);
}

export function formatPercent(percent: Exact, locale: Locale): string {
  return locale === 'en' ? `${formatRate(percent, locale)}%` : `${formatRate(percent, locale)} %`;
}

/** `1 January 2026` as the locale writes it. */
export function formatDay(day: Day, locale: Locale): string {
  return dayFormat(locale, 'year').format(day * MILLISECONDS_OF_DAY);
}

/** A date of every year: `31 March`. */
export function formatYearlyDate(
  date: { readonly month: number; readonly dayOfMonth: number },
  locale: Locale,
): string {
  return dayFormat(locale, 'every year').format(Date.UTC(2024, date.month - 1, date.dayOfMonth));
}

/** Monday is 1. */
export function formatWeekday(weekday: number, locale: Locale): string {
  // 1 January 2024 was a Monday.
  const format = cached(dayFormats, `${locale} weekday`, () => {
    return new Intl.DateTimeFormat(LOCALE_TAGS[locale], { weekday: 'long', timeZone: 'UTC' });
  });
  return format.format(Date.UTC(2024, 0, weekday));
}

/** `07:30` on the wall clock. */
export function formatMinute(minute: number, locale: Locale): string {
  const separator = locale === 'da' || locale === 'nb' ? '.' : ':';
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}${separator}${String(minutes).padStart(2, '0')}`;
}

/** `a, b or c`. */
export function listWithOr(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(LOCALE_TAGS[locale], { type: 'disjunction' }).format(items);
}

/** `a, b and c`. */
export function listWithAnd(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(LOCALE_TAGS[locale], { type: 'conjunction' }).format(items);
}

const formats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function moneyFormat(locale: Locale, currency: string, decimals: number): Intl.NumberFormat {
  return cached(formats, `${locale} ${currency} ${decimals}`, () => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const style = { style: 'currency', currency, currencyDisplay: 'symbol' } as const;
    return new Intl.NumberFormat(LOCALE_TAGS[locale], { ...style, ...digits });
  });
}

function numberFormat(locale: Locale, decimals: number): Intl.NumberFormat {
  return cached(formats, `${locale} ${decimals}`, () => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return new Intl.NumberFormat(LOCALE_TAGS[locale], digits);
  });
}

function dayFormat(locale: Locale, within: 'year' | 'every year'): Intl.DateTimeFormat {
  return cached(dayFormats, `${locale} ${within}`, () => {
    const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(LOCALE_TAGS[locale], within === 'year' ? { ...options, year: 'numeric' } : options);
  });
}

/** Intl formats decimal texts exactly, so that no amount passes through a float. */
function exactly(format: Intl.NumberFormat, text: string): string {
  return format.format(text as Intl.StringNumericLiteral);
}

function decimalOf(text: string): string {
  const [n, d] = text.split('/');
  return d === undefined ? text : String(Number(n) / Number(d));
}

function cached<V>(cache: Map<string, V>, key: string, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
