/** An exact cost: minor units of money for one smallest unit of points, as a fraction. */
export interface UnitCost {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * What one smallest unit costs when a whole point costs `text` (`0.0125`) of a money with `minorDigits` decimals and
 * points have `decimals` of them.
 */
export function unitCost(text: string, minorDigits: number, decimals: number): UnitCost {
  const [whole = '0', fraction = ''] = text.split('.');
  return {
    numerator: BigInt(whole + fraction) * 10n ** BigInt(minorDigits),
    denominator: 10n ** BigInt(fraction.length + decimals),
  };
}

/**
 * Minor units that so many smallest units of points cost, half up. Of outstanding points it is the liability if all were
 * spent; accounts by IFRS 15 (illustrative example 52) may take off what is expected to expire.
 */
export function costOf(units: number, { numerator, denominator }: UnitCost): number {
  const exact = 2n * BigInt(units) * numerator + denominator;
  const twice = 2n * denominator;
  const floor = exact / twice;
  return Number(exact < 0n && exact % twice !== 0n ? floor - 1n : floor);
}
