import { windowEnd, windowStart } from '../counters/windows.ts';
import type { Draft } from '../draft.ts';
import type { OfferActivation, OfferGrant } from '../event.ts';
import type { Offer } from '../program.ts';
import { liveValues } from '../purchase/values.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { contextOf } from '../rules/decide-rules.ts';
import { openingOn } from './openings.ts';
import { closeOffer, offerKey, openOffer } from './openings-in-hand.ts';

/** A member takes up an offer that is there to be taken up. */
export function activateOffer(draft: Draft, { offer: id }: OfferActivation): Refusal | undefined {
  const offer = draft.program.offers.get(id);
  if (!offer) return refuse('unknown_offer', { offer: id });
  if (offer.activation !== 'by_member') return refuse('offer_closed', { offer: id });
  return notOpenable(draft, offer) ?? isActive(draft, offer) ?? usedOften(draft, offer) ?? open(draft, offer);
}

function open(draft: Draft, { id }: Offer): undefined {
  openOffer(draft, id, { by: 'member' });
}

/** The shop gives an offer to a member; one with dates to come opens with them. */
export function grantOffer(draft: Draft, { offer: id, code, through }: OfferGrant): Refusal | undefined {
  const offer = draft.program.offers.get(id);
  if (!offer) return refuse('unknown_offer', { offer: id });
  const { span } = offer;
  if (offer.activation === 'automatic' || (span.through !== undefined && span.through < draft.occurredDay)) {
    return refuse('offer_closed', { offer: id });
  }
  if (through !== undefined && through < draft.occurredDay) return refuse('malformed', { at: '/through' });
  if (code?.trim() === '') return refuse('malformed', { at: '/code' });
  const notFor = notForThem(draft, offer) ?? isActive(draft, offer);
  if (notFor) return notFor;
  openOffer(draft, id, {
    by: 'shop',
    ...(code !== undefined && { code }),
    ...(through !== undefined && { through }),
  });
  return undefined;
}

export function withdrawOffer(draft: Draft, { offer: id }: OfferActivation): Refusal | undefined {
  const offer = draft.program.offers.get(id);
  if (!offer) return refuse('unknown_offer', { offer: id });
  return closeOffer(draft, offerKey(draft, offer), 'withdrawn') ? undefined : refuse('offer_closed', { offer: id });
}

function notOpenable(draft: Draft, offer: Offer): Refusal | undefined {
  const { from = draft.occurredDay, through = draft.occurredDay } = offer.span;
  if (draft.occurredDay < from || draft.occurredDay > through) return refuse('offer_closed', { offer: offer.id });
  return notForThem(draft, offer);
}

function notForThem(draft: Draft, offer: Offer): Refusal | undefined {
  const { program, market, event, storeDay } = draft;
  const zone = event.zone ?? market.zone;
  const values = liveValues(draft);
  const context = contextOf({ program, market, event, storeDay, zone, basket: undefined, values });
  const failed = offer.to.find((condition) => !condition.test(context).holds);
  return failed && refuse('condition_not_met', { offer: offer.id, condition: failed.code });
}

/** Open, or opened today: what is used and collected is told apart by day. */
function isActive(draft: Draft, offer: Offer): Refusal | undefined {
  const key = offerKey(draft, offer);
  const isOpen = openingOn(draft.account, offer, key, draft.occurredDay) !== undefined;
  const isToday = draft.account.offers?.[key]?.some(({ from }) => from >= draft.occurredDay);
  return isOpen || isToday ? refuse('already_activated', { offer: offer.id }) : undefined;
}

function usedOften({ account, occurredDay, event }: Draft, offer: Offer): Refusal | undefined {
  const { times, over } = offer.activations ?? { times: 1, over: { kind: 'forever' } as const };
  const start = windowStart(over, occurredDay, account.since);
  const end = windowEnd(over, occurredDay, account.since);
  const openings = account.offers?.[offerKey({ event }, offer)] ?? [];
  const used = openings.filter(({ from }) => from >= start && from < end).length;
  return used >= times ? refuse('limit_reached', { offer: offer.id, limit: times }) : undefined;
}
