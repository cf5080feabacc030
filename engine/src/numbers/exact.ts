/**
 * Exact fractions. Numerator and denominator are whole; safe integers as long as they suffice, BigInt beyond.
 * The denominator is positive. Nothing is rounded until `roundTo` says so.
 */
export type Whole = number | bigint;

export interface Exact {
  readonly n: Whole;
  readonly d: Whole;
}

export const ZERO: Exact = { n: 0, d: 1 };
export const ONE: Exact = { n: 1, d: 1 };

/** How a product of rates becomes whole; the half modes treat a negative as the mirror of its positive. */
export type RoundingMode = 'floor' | 'half_up' | 'half_even' | 'ceiling';

export function whole(n: Whole): Exact {
  return { n, d: 1 };
}

export function times(a: Exact, b: Exact): Exact {
  return reduced(multiply(a.n, b.n), multiply(a.d, b.d));
}

export function plus(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return reduced(add(a.n, b.n), a.d);
  return reduced(add(multiply(a.n, b.d), multiply(b.n, a.d)), multiply(a.d, b.d));
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { n: negate(b.n), d: b.d });
}

export function compare(a: Exact, b: Exact): number {
  const [left, right] = [multiply(a.n, b.d), multiply(b.n, a.d)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest multiple of `step` in the given direction, as a safe integer. Throws `RangeError` beyond 2^53. */
export function roundTo(value: Exact, mode: RoundingMode, step = 1): number {
  if (value.d === 1 && step === 1 && typeof value.n === 'number') return value.n;
  return safe(rounded(BigInt(value.n), BigInt(value.d) * BigInt(step), mode) * BigInt(step));
}

function rounded(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const down = floorDivide(n, d);
  const twice = (n - down * d) * 2n;
  if (twice === 0n) return down;
  switch (mode) {
    case 'floor':
      return down;
    case 'ceiling':
      return down + 1n;
    case 'half_up':
      if (twice === d) return n < 0n ? down : down + 1n;
      return twice > d ? down + 1n : down;
    case 'half_even':
      if (twice === d) return down % 2n === 0n ? down : down + 1n;
      return twice > d ? down + 1n : down;
  }
}

/** Reads `1.25`, `-3`, or `7/3`; `undefined` when the text is neither a decimal nor a fraction. */
export function parseExact(text: string): Exact | undefined {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction) {
    const d = BigInt(fraction[2] as string);
    return d === 0n ? undefined : reduced(BigInt(fraction[1] as string), d);
  }
  const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!decimal) return undefined;
  const digits = decimal[3] ?? '';
  const n = BigInt(`${decimal[2]}${digits}`);
  return reduced(decimal[1] === '-' ? -n : n, 10n ** BigInt(digits.length));
}

/** The shortest exact text: a decimal where one exists, a fraction otherwise. */
export function exactText({ n, d }: Exact): string {
  let [numerator, denominator] = [BigInt(n), BigInt(d)];
  let decimals = 0;
  let rest = denominator;
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  if (rest !== 1n) return `${numerator}/${denominator}`;
  while (denominator !== 1n) {
    numerator *= 10n;
    decimals += 1;
    const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
  }
  const sign = numerator < 0n ? '-' : '';
  const digits = (numerator < 0n ? -numerator : numerator).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Splits a whole amount over weights so that the parts add up to it exactly: floors first, then one unit each to the
 * largest remainders, ties to the earlier (Hamilton's method). All-zero weights give everything to the first.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map((_, index) => (index === 0 ? amount : 0));
  if (amount < 0) return allocate(-amount, weights).map((part) => (part === 0 ? 0 : -part));
  const shares = weights.map((weight, index) => {
    const product = multiply(amount, weight);
    const part = typeof product === 'number' ? Math.floor(product / total) : Number(product / BigInt(total));
    const remainder =
      typeof product === 'number' ? product - part * total : Number(product - BigInt(part) * BigInt(total));
    return { index, part, remainder };
  });
  let left = amount - shares.reduce((sum, { part }) => sum + part, 0);
  for (const share of shares.toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (left === 0) break;
    share.part += 1;
    left -= 1;
  }
  return shares.map(({ part }) => part);
}

/** `amount × part / all`, rounded half-up: what a part of a whole is worth. */
export function proportion(amount: number, part: Exact, all: Exact): number {
  return roundTo(times(whole(amount), { n: multiply(part.n, all.d), d: multiply(part.d, all.n) }), 'half_up');
}

function multiply(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}

function add(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

function negate(a: Whole): Whole {
  return typeof a === 'number' ? 0 - a : -a;
}

function reduced(n: Whole, d: Whole): Exact {
  if (d === 1) return { n: narrowed(n), d: 1 };
  if (typeof n === 'number' && typeof d === 'number') {
    const divisor = commonDivisor(Math.abs(n), d);
    return divisor === 1 ? { n, d } : { n: n / divisor, d: d / divisor };
  }
  const [bigN, bigD] = [BigInt(n), BigInt(d)];
  const divisor = greatestCommonDivisor(bigN < 0n ? -bigN : bigN, bigD);
  return { n: narrowed(bigN / divisor), d: narrowed(bigD / divisor) };
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x === 0 ? 1 : x;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

function narrowed(value: Whole): Whole {
  if (typeof value === 'number') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}

function safe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`The amount ${value} is beyond 2^53`);
  return number;
}
