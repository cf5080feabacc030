import type { Output } from '@trofast/contract';
import { localeOf, moneyText, pointsText } from '@trofast/ui/formats';

type Balance = Output<'getHome'>['balances'][number];
type Standing = Output<'getHome'>['standings'][number];
export type Measure = NonNullable<Standing['counted']>;
export type Unit = Pick<Balance, 'name' | 'money'>;

/** An amount with its name: `1 point`, `249 points`, or as money where it is money. */
export function amountText(language: string, amount: string, unit: Unit): string {
  if (unit.money !== undefined) return programMoneyText(language, amount, unit.money);
  return `${pointsText(language, shortened(amount))} ${nameFor(amount, unit)}`;
}

/** The number alone, where the name stands elsewhere. */
export function bareAmountText(language: string, amount: string, unit: Unit): string {
  return unit.money === undefined
    ? pointsText(language, shortened(amount))
    : programMoneyText(language, amount, unit.money);
}

export function nameFor(amount: string, { name }: Unit): string {
  return shortened(amount) === '1' ? name.one : name.other;
}

/** With its sign: what came has a plus. */
export function signedAmountText(language: string, amount: string, unit: Unit): string {
  const isLess = amount.startsWith('-');
  const text = amountText(language, isLess ? amount.slice(1) : amount, unit);
  return isLess ? `−${text}` : `+${text}`;
}

/** What counters count, as a text; times and days are said by the caller's words. */
export function measureText(
  language: string,
  measure: Measure,
  say: (unit: 'times' | 'days', count: number) => string,
  points?: Unit,
) {
  switch (measure.unit) {
    case 'money':
      return moneyText(language, measure.amount, measure.currency);
    case 'points':
      return points ? amountText(language, measure.amount, points) : pointsText(language, measure.amount);
    default:
      return say(measure.unit, measure.amount);
  }
}

export function isSome(amount: string): boolean {
  return /[1-9]/.test(amount);
}

/** How far `counted` is on the way to `at`, from 0 to 1. */
export function shareOf(counted: Measure, at: Measure): number {
  const whole = Number(at.amount);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, Number(counted.amount) / whole));
}

/** Whole points need no decimals, though the currency has some. */
function shortened(amount: string): string {
  return amount.replace(/[.]0+$/, '');
}

/** The decimal text as it is, so that no digit is lost to a float. */
function programMoneyText(language: string, amount: string, currency: string): string {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency });
  return format.format(amount as Intl.StringNumericLiteral);
}
