import type { Account, Lot, Part } from '../account.ts';
import { assert } from '../assert.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Day } from '../time/days.ts';

export interface Taken {
  readonly parts: readonly Part[];
  readonly missing: number;
}

/** Spending order: the lot that expires first, then the oldest; lots made by one event in the order it made them. */
export function byExpiryThenAge(a: Lot, b: Lot): number {
  return (a.until ?? Infinity) - (b.until ?? Infinity) || a.earned - b.earned || byLotId(a.id, b.id);
}

export function availableLots(account: Account, currency: string, day: Day): readonly Lot[] {
  return account.lots.filter((lot) => lot.currency === currency && lot.from <= day).toSorted(byExpiryThenAge);
}

/** Takes up to `wanted` from lots in the order given; says what is missing. */
export function takeFrom(lots: readonly Lot[], wanted: number): Taken {
  assert(Number.isSafeInteger(wanted) && wanted >= 0, 'wanted is a whole amount');
  const parts: Part[] = [];
  let missing = wanted;
  for (const lot of lots) {
    if (missing === 0) break;
    const amount = Math.min(lot.left, missing);
    parts.push(partOf(lot, amount));
    missing -= amount;
  }
  return { parts, missing };
}

/** Takes points in the order the member would lose them, or refuses and says how many are missing. */
export function takePoints(account: Account, currency: string, wanted: number, day: Day): readonly Part[] | Refusal {
  const { parts, missing } = takeFrom(availableLots(account, currency, day), wanted);
  return missing > 0 ? refuse('insufficient_points', { currency, missing, wanted }) : parts;
}

export function partOf(lot: Lot, amount: number): Part {
  return {
    lot: lot.id,
    amount,
    from: lot.from,
    ...(lot.until !== undefined && { until: lot.until }),
    earned: lot.earned,
  };
}

export function sumOf(parts: readonly { readonly amount: number }[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

/** Sequence of the event that made a lot. */
function sequenceOfLot(id: string): number {
  return Number(id.slice(id.indexOf(':') + 1, id.indexOf('.')));
}

/** Lots of the account's own come before those of accounts that were merged into it. */
function originRank(a: string, b: string): number {
  const [from, other] = [a.slice(0, a.indexOf(':') + 1), b.slice(0, b.indexOf(':') + 1)];
  return from === other ? 0 : from < other ? -1 : 1;
}

function byLotId(a: string, b: string): number {
  return (
    originRank(a, b) ||
    sequenceOfLot(a) - sequenceOfLot(b) ||
    Number(a.slice(a.indexOf('.') + 1)) - Number(b.slice(b.indexOf('.') + 1))
  );
}
