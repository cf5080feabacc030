// Points, money and dates as the reader's locale writes them.

const locales: Readonly<Record<string, string>> = { da: 'da-DK', sv: 'sv-SE', nb: 'nb-NO', en: 'en-GB' };

export function localeOf(language: string): string {
  return locales[language] ?? 'en-GB';
}

/** Whole minor units as money: 1999 with GBP is £19.99, 350 with JPY ¥350. */
export function moneyText(language: string, amount: number, currency: string): string {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency });
  return format.format(amount / 10 ** decimalsOf(currency));
}

/** How many decimals money of a currency has. */
export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Points come as decimal text, exact in every language; they keep their decimals. */
export function pointsText(language: string, points: string | number): string {
  const text = String(points);
  const decimals = text.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // As text, so that no digit is lost to a float.
  return format.format(text as Intl.StringNumericLiteral);
}

export function numberText(language: string, value: number): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 }).format(value);
}

/** 0.125 is 12.5 %. */
export function percentText(language: string, share: number): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** A calendar day (`2026-01-05`) or a moment: 5 January 2026. */
export function dateText(language: string, value: string): string {
  const isDay = !value.includes('T');
  const format = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(isDay && { timeZone: 'UTC' }),
  });
  return format.format(new Date(value));
}

/** A moment with its time of day. */
export function momentText(language: string, instant: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}
