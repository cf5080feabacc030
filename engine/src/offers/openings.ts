import type { Account, OfferOpening } from '../account.ts';
import { openDays } from '../counters/counter-sum.ts';
import { sumBetween } from '../counters/days.ts';
import type { FactOf } from '../facts.ts';
import type { Offer } from '../program.ts';
import { ownerOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';

/** Openings after one more, or after the end of one. */
export function openingsAfter(
  before: readonly OfferOpening[],
  fact: FactOf<'offer_opened' | 'offer_closed'>,
): readonly OfferOpening[] {
  if (fact.fact === 'offer_closed') {
    return before.map((opening) =>
      opening.from === fact.from && (opening.until ?? Infinity) > fact.day ? { ...opening, until: fact.day } : opening,
    );
  }
  const { from, until, code } = fact;
  const opening = { from, ...(until !== undefined && { until }), ...(code !== undefined && { code }) };
  return [...before, opening].toSorted((a, b) => a.from - b.from);
}

/** Name of the counter of how often an offer has given something. */
export function usesOf(offer: string): string {
  return `offer:${offer}`;
}

/** The opening that a day lies in; nothing while the offer is closed. An offer that nobody opens is open all its days. */
export function openingOn(account: Account, offer: Offer, key: string, day: Day): OfferOpening | undefined {
  const { from = -Infinity, through = Infinity } = offer.span;
  if (day < from || day > through) return undefined;
  if (offer.activation === 'automatic') return { from };
  const openings = account.offers?.[key] ?? [];
  return openings.findLast((opening) => opening.from <= day && day < (opening.until ?? Infinity));
}

/** How often the offer has given something since it was opened for a day. */
export function timesUsed(account: Account, offer: Offer, key: string, day: Day): number {
  const { start, end } = openDays(account, offer.id, key, day);
  if (offer.collects) {
    const given = account.crossings[key] ?? [];
    return given.filter((crossing) => crossing.day >= start && crossing.day < end).length;
  }
  return sumBetween(account.counters[`${usesOf(offer.id)}${ownerOfKey(key)}`] ?? [], start, end - 1);
}

/** Whether it is open on a day, with its code where it has one, and still gives. */
export function stateOn(
  account: Account,
  offer: Offer,
  key: string,
  day: Day,
  codes: readonly string[],
): 'open' | 'used_up' | null {
  const opening = openingOn(account, offer, key, day);
  if (!opening || (opening.code !== undefined && !codes.includes(opening.code))) return null;
  return offer.uses !== undefined && timesUsed(account, offer, key, day) >= offer.uses ? 'used_up' : 'open';
}
