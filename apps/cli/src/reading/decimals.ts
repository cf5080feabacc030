import { roundTo, times } from '@trofast/engine';

/** An exact decimal: `n` × 10^-scale, with no trailing zeros, so that equal values look equal. */
export interface Decimal {
  readonly n: number;
  readonly scale: number;
}

/** Reads `-1.50` (or `-1,50` with a comma as mark); `undefined` when it is no decimal or beyond 2^53. */
export function parseDecimal(text: string, mark: '.' | ',' = '.'): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:[.,](\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (match[3] !== undefined && text.charAt(text.length - match[3].length - 1) !== mark) return undefined;
  const digits = Number(`${match[2]}${fraction}`);
  if (!Number.isSafeInteger(digits)) return undefined;
  return { n: match[1] === '-' && digits !== 0 ? -digits : digits, scale: fraction.length };
}

/** Quantity × price in minor units, rounded half-up; the mirror for negatives. */
export function worth(quantity: Decimal, price: Decimal, minorDigits: number): number {
  const places = quantity.scale + price.scale;
  const product = quantity.n * price.n;
  if (places <= minorDigits) {
    const minor = product * 10 ** (minorDigits - places);
    if (Number.isSafeInteger(minor)) return minor;
  }
  const major = times(exact(quantity), exact(price));
  return roundTo(times(major, { n: 10 ** minorDigits, d: 1 }), 'half_up');
}

export function decimalTextOf({ n, scale }: Decimal): string {
  if (scale === 0) return String(n);
  const digits = String(Math.abs(n)).padStart(scale + 1, '0');
  return `${n < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function exact({ n, scale }: Decimal) {
  return { n: BigInt(n), d: 10n ** BigInt(scale) };
}

/** Adds products of decimals without losing anything: one whole sum for each number of places. */
export class ExactSum {
  readonly #sums: bigint[] = [];
  readonly #pending: number[] = [];

  addProduct(a: Decimal, b: Decimal) {
    const places = a.scale + b.scale;
    const product = a.n * b.n;
    if (!Number.isSafeInteger(product)) {
      this.#sums[places] = (this.#sums[places] ?? 0n) + BigInt(a.n) * BigInt(b.n);
      return;
    }
    const pending = (this.#pending[places] ?? 0) + product;
    if (Number.isSafeInteger(pending)) {
      this.#pending[places] = pending;
      return;
    }
    this.#sums[places] = (this.#sums[places] ?? 0n) + BigInt(this.#pending[places] ?? 0);
    this.#pending[places] = product;
  }

  /** Decimal text without trailing zeros. */
  text(): string {
    const places = Math.max(this.#sums.length, this.#pending.length, 1) - 1;
    let total = 0n;
    for (let at = 0; at <= places; at += 1) {
      total += ((this.#sums[at] ?? 0n) + BigInt(this.#pending[at] ?? 0)) * 10n ** BigInt(places - at);
    }
    const digits = (total < 0n ? -total : total).toString().padStart(places + 1, '0');
    const fraction = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '');
    const whole = places === 0 ? digits : digits.slice(0, -places);
    return `${total < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
  }
}

export function isPositive({ n }: Decimal): boolean {
  return n > 0;
}

export function negated({ n, scale }: Decimal): Decimal {
  return { n: n === 0 ? 0 : -n, scale };
}

export function difference(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return canonical(a.n * 10 ** (scale - a.scale) - b.n * 10 ** (scale - b.scale), scale);
}

export function lesser(a: Decimal, b: Decimal): Decimal {
  return difference(a, b).n <= 0 ? a : b;
}

function canonical(n: number, scale: number): Decimal {
  if (!Number.isSafeInteger(n)) throw new RangeError(`A quantity with ${scale} places is beyond 2^53`);
  let [whole, places] = [n, scale];
  while (places > 0 && whole % 10 === 0) {
    whole /= 10;
    places -= 1;
  }
  return { n: whole, scale: places };
}
