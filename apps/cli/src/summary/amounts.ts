import { decimalText } from '@trofast/engine';

const WHOLE = new Intl.NumberFormat('en-GB');

/** `1,234` */
export function amountText(amount: number): string {
  return WHOLE.format(amount);
}

/** Units of `10^-decimals` with thousands apart: 123456 with 2 decimals is `1,234.56`. */
export function decimalAmount(units: number, decimals: number): string {
  return grouped(decimalText(units, decimals));
}

/** Groups the whole part of a decimal text. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}

/** `Purchases … 18,536`: words to the left, figures to the right, both in line. */
export function figureLines(rows: readonly (readonly [words: string, figure: string, aside?: string])[]): string[] {
  const wordsWidth = Math.max(...rows.map(([words]) => words.length));
  const figureWidth = Math.max(...rows.map(([, figure]) => figure.length));
  return rows.map(([words, figure, aside]) =>
    `  ${words.padEnd(wordsWidth)}  ${figure.padStart(figureWidth)}${aside === undefined || aside === '' ? '' : `  ${aside}`}`.trimEnd(),
  );
}
