import type { Snapshot } from '@trofast/contract';
import type { Queued } from '../queue/queued.ts';

/** Units of a currency that may still be spent under a snapshot, after what waits to be sent. */
export function leftToSpend(snapshot: Snapshot, currency: string, decimals: number, queue: readonly Queued[]): number {
  const limit = snapshot.points.find((points) => points.currency === currency)?.limit ?? 0;
  const spent = queue.reduce((sum, { work }) => {
    if (work.operation !== 'recordPurchase' || work.input.member?.id !== snapshot.member) return sum;
    const { points } = work.input;
    return points?.currency === currency ? sum + unitsOf(String(points.amount), decimals) : sum;
  }, 0);
  return Math.max(0, limit - spent);
}

/** Decimal text as whole units of the currency's decimals. */
export function unitsOf(text: string, decimals: number): number {
  const [whole = '0', fraction = ''] = text.split('.');
  return Number(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
}

/** Whole units as decimal text. */
export function pointsOf(units: number, decimals: number): string {
  if (decimals === 0) return String(units);
  const text = String(units).padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

interface Rate {
  readonly units: number;
  readonly minor: number;
}

/** What units are worth, minor units of money. */
export function worthOf(units: number, { units: per, minor }: Rate): number {
  return Math.floor((units * minor) / per + 0.5);
}

/** The fewest units that are worth an amount, as far as there are any. */
export function unitsFor(amount: number, available: number, rate: Rate): number {
  const wanted = Math.ceil((amount * rate.units) / rate.minor);
  const one = worthOf(wanted - 1, rate) >= amount ? wanted - 1 : wanted;
  return Math.min(available, one);
}
