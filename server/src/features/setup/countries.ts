import type { Output } from '@trofast/contract';
import type { Locale } from '@trofast/engine';

export interface Country {
  readonly code: string;
  readonly currency: string;
  readonly zone: string;
  readonly locale: Locale;
}

/** Where a first market may be. Any other is written into the document itself. */
export const countries: readonly Country[] = [
  { code: 'DK', currency: 'DKK', zone: 'Europe/Copenhagen', locale: 'da' },
  { code: 'SE', currency: 'SEK', zone: 'Europe/Stockholm', locale: 'sv' },
  { code: 'NO', currency: 'NOK', zone: 'Europe/Oslo', locale: 'nb' },
  { code: 'FI', currency: 'EUR', zone: 'Europe/Helsinki', locale: 'sv' },
  { code: 'IS', currency: 'ISK', zone: 'Atlantic/Reykjavik', locale: 'en' },
  { code: 'GB', currency: 'GBP', zone: 'Europe/London', locale: 'en' },
  { code: 'IE', currency: 'EUR', zone: 'Europe/Dublin', locale: 'en' },
  { code: 'DE', currency: 'EUR', zone: 'Europe/Berlin', locale: 'en' },
  { code: 'NL', currency: 'EUR', zone: 'Europe/Amsterdam', locale: 'en' },
  { code: 'BE', currency: 'EUR', zone: 'Europe/Brussels', locale: 'en' },
  { code: 'FR', currency: 'EUR', zone: 'Europe/Paris', locale: 'en' },
  { code: 'ES', currency: 'EUR', zone: 'Europe/Madrid', locale: 'en' },
  { code: 'IT', currency: 'EUR', zone: 'Europe/Rome', locale: 'en' },
  { code: 'AT', currency: 'EUR', zone: 'Europe/Vienna', locale: 'en' },
  { code: 'CH', currency: 'CHF', zone: 'Europe/Zurich', locale: 'en' },
  { code: 'PL', currency: 'PLN', zone: 'Europe/Warsaw', locale: 'en' },
  { code: 'CZ', currency: 'CZK', zone: 'Europe/Prague', locale: 'en' },
  { code: 'EE', currency: 'EUR', zone: 'Europe/Tallinn', locale: 'en' },
  { code: 'LV', currency: 'EUR', zone: 'Europe/Riga', locale: 'en' },
  { code: 'LT', currency: 'EUR', zone: 'Europe/Vilnius', locale: 'en' },
  { code: 'US', currency: 'USD', zone: 'America/New_York', locale: 'en' },
  { code: 'CA', currency: 'CAD', zone: 'America/Toronto', locale: 'en' },
];

/** Roughly what a euro is, so that a template's amounts begin near something sensible. The shop sets each of them. */
const euro: Readonly<Record<string, number>> = {
  EUR: 1,
  DKK: 7.5,
  SEK: 11,
  NOK: 11.5,
  ISK: 145,
  GBP: 0.85,
  CHF: 0.95,
  PLN: 4.3,
  CZK: 25,
  USD: 1.1,
  CAD: 1.5,
};

/** An amount of one money as a round one of another; the same where either is unknown. */
export function amountIn(amount: number, from: string, to: string): number {
  const [one, other] = [euro[from], euro[to]];
  if (from === to || one === undefined || other === undefined || amount === 0) return amount;
  const exact = (amount / one) * other;
  const power = 10 ** Math.floor(Math.log10(exact));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  const nearest = steps.reduce((best, step) =>
    Math.abs(step * power - exact) < Math.abs(best * power - exact) ? step : best,
  );
  return Math.max(0.5, Number((nearest * power).toFixed(2)));
}

export function countryViews(locale: Locale): Output<'listTemplates'>['countries'] {
  return countries.map((country) => ({ ...country, name: countryName(country.code, locale) }));
}

export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}
