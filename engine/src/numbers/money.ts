import { type Exact, parseExact, times, whole } from './exact.ts';

/** Whole minor units of a currency of ISO 4217. */
export interface Money {
  readonly currency: string;
  readonly amount: number;
}

/** Minor-unit digits of ISO 4217 where they are not two. */
const DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}

/** What went wrong with a text that should be money, so that the reader of a document can say it. */
export type MoneyFault = 'shape' | 'currency' | 'digits' | 'size';

/** Reads `"350.00 USD"`. */
export function parseMoney(text: string): Money | MoneyFault {
  const match = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text);
  if (!match) return 'shape';
  const currency = match[2] as string;
  if (!isCurrency(currency)) return 'currency';
  const exact = parseExact(match[1] as string) as Exact;
  const minor = times(exact, whole(10 ** minorDigits(currency)));
  if (minor.d !== 1) return 'digits';
  return typeof minor.n === 'number' ? { currency, amount: minor.n } : 'size';
}

export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && currencies().has(code);
}

/** `350.00 USD`, the way a document writes it. */
export function moneyText({ amount, currency }: Money): string {
  return `${decimalText(amount, minorDigits(currency))} ${currency}`;
}

/** A whole number of units of `10^-decimals` as decimal text: 1358 with 2 decimals is `13.58`. */
export function decimalText(units: number, decimals: number): string {
  const sign = units < 0 ? '-' : '';
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

let known: ReadonlySet<string> | undefined;

function currencies(): ReadonlySet<string> {
  known ??= new Set(Intl.supportedValuesOf('currency'));
  return known;
}
