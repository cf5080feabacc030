/** How values of the document are shown in fields and written back. */

export interface MoneyParts {
  readonly amount: string;
  /** Absent for money of the market's own currency. */
  readonly currency: string | undefined;
}

/** `"10.00 DKK"`, or `10`. */
export function moneyParts(text: string): MoneyParts {
  const [, amount = '', currency] = /^(\S*)(?:\s+([A-Z]{3}))?$/.exec(text.trim()) ?? [undefined, text];
  return { amount, currency };
}

export function moneyText({ amount, currency }: MoneyParts): string {
  return currency === undefined ? amount : `${amount} ${currency}`;
}

export const DURATION_UNITS = ['D', 'W', 'M', 'Y', 'H'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface DurationParts {
  readonly count: string;
  readonly unit: DurationUnit;
}

/** `P14D` is 14 days, `PT2H` two hours; `undefined` for what has several units, which is written as text. */
export function durationParts(text: string): DurationParts | undefined {
  const match = /^P(?:(\d*)([DWMY])|T(\d*)(H))$/.exec(text);
  if (!match) return undefined;
  return { count: match[1] ?? match[3] ?? '', unit: (match[2] ?? match[4]) as DurationUnit };
}

export function durationText({ count, unit }: DurationParts): string {
  return unit === 'H' ? `PT${count}H` : `P${count}${unit}`;
}

/** Decimals as the reader writes them; fractions and what is being typed stay as they are. */
export function shownDecimal(text: string, language: string): string {
  return language === 'en' ? text : text.replace('.', ',');
}

export function writtenDecimal(text: string): string {
  return text.replace(',', '.').replaceAll(/[\s’']/g, '');
}
