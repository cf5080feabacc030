import { type Currency, compare, type Program, parseExact, roundTo, times, whole, ZERO } from '@trofast/engine';
import { type Malformed, malformed } from '../../context.ts';

export interface PointsAsked {
  readonly currency: Currency;
  /** Whole units of the currency's decimals. */
  readonly units: number;
}

/** Points as a request gives them: decimal text or a whole number, in the named currency or the program's only one. */
export function pointsAsked(
  program: Program,
  amount: string | number,
  currencyId: string | undefined,
  sign: 'positive' | 'either',
): PointsAsked | Malformed {
  const ids = [...program.currencies.keys()];
  if (currencyId === undefined && ids.length !== 1)
    return malformed('/currency', `Say which: one of ${ids.join(', ')}.`);
  const currency = program.currencies.get(currencyId ?? ids[0] ?? '');
  if (!currency) return malformed('/currency', `There is no such currency. There are ${ids.join(', ')}.`);

  const exact = parseExact(String(amount));
  const units = exact && times(exact, whole(10 ** currency.decimals));
  if (units?.d !== 1 || typeof units.n !== 'number') {
    return malformed('/amount', `Points of this currency have ${currency.decimals} decimals.`);
  }
  const order = compare(units, ZERO);
  if (order === 0 || (sign === 'positive' && order < 0)) return malformed('/amount', 'It must be more than nothing.');
  return { currency, units: roundTo(units, 'floor') };
}
