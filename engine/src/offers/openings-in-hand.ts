import { type Draft, post } from '../draft.ts';
import type { FactOf } from '../facts.ts';
import type { Offer } from '../program.ts';
import { scopedKey } from '../scopes.ts';
import { addToDay, type Day } from '../time/days.ts';

interface Opened extends Pick<FactOf<'offer_opened'>, 'by'> {
  readonly rule?: string;
  readonly code?: string;
  /** Last day, if the offer itself does not end before. */
  readonly through?: Day;
}

/** Opens an offer from the day of the event on. */
export function openOffer(draft: Draft, id: string, { by, rule, code, through }: Opened): void {
  const offer = draft.program.offers.get(id);
  if (!offer) return;
  const from = Math.max(draft.occurredDay, offer.span.from ?? draft.occurredDay);
  const ends = [
    ...(offer.lasts ? [addToDay(from, offer.lasts)] : []),
    ...(offer.span.through === undefined ? [] : [offer.span.through + 1]),
    ...(through === undefined ? [] : [through + 1]),
  ];
  post(draft, {
    fact: 'offer_opened',
    v: 1,
    offer: offerKey(draft, offer),
    from,
    ...(ends.length > 0 && { until: Math.min(...ends) }),
    ...(code !== undefined && { code }),
    by,
    ...(rule !== undefined && { rule }),
  });
}

/** Ends the newest opening that is not over. */
export function closeOffer(draft: Draft, key: string, reason: FactOf<'offer_closed'>['reason']): boolean {
  const open = draft.account.offers?.[key]?.findLast(({ until = Infinity }) => until > draft.today);
  if (!open) return false;
  const day = Math.max(draft.today, open.from);
  post(draft, { fact: 'offer_closed', v: 1, offer: key, from: open.from, day, reason });
  return true;
}

export function offerKey({ event }: Pick<Draft, 'event'>, { id, per }: Offer): string {
  return scopedKey(id, per, event);
}
