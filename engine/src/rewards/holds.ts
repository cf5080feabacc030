import type { Part } from '../account.ts';
import { type Draft, post } from '../draft.ts';
import type { HoldEnd, HoldRequest } from '../event.ts';
import { type Exact, roundTo, times, whole } from '../numbers/exact.ts';
import { noteActivity } from '../points/award.ts';
import { sumOf, takePoints } from '../points/lots.ts';
import type { Currency, Market } from '../program.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import { nameOfKey, scopedKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { addDuration } from '../time/zones.ts';

/** Sets points aside: they do not expire while held, and are let go of by themselves. */
export function holdPoints(draft: Draft, request: HoldRequest): Refusal | undefined {
  const currency = draft.program.currencies.get(request.currency);
  if (!currency) return refuse('unknown_currency', { currency: request.currency });
  if (!Number.isSafeInteger(request.amount) || request.amount <= 0) return refuse('malformed', { at: '/amount' });
  const longest = addDuration(draft.market.zone, draft.event.at, draft.program.holds.longest);
  const until = request.until ?? longest;
  if (until <= draft.event.at) return refuse('malformed', { at: '/until' });
  if (until > longest) return refuse('hold_too_long', { longest });
  const key = scopedKey(currency.id, currency.per, draft.event);
  const parts = takePoints(draft.account, key, request.amount, draft.today);
  if (isRefusal(parts)) return parts;
  const hold = { currency: key, hold: `${draft.sequence}`, amount: request.amount, parts, until };
  post(draft, { fact: 'points_held', v: 1, ...hold });
  return undefined;
}

/** Takes what is held, or a part of it; the rest goes back. Answers how many points were taken. */
export function captureHold(draft: Draft, id: string, amount?: number): number | Refusal {
  const hold = draft.account.holds[id];
  if (!hold) return refuse(isPast(draft, id) ? 'hold_ended' : 'unknown_hold', { hold: id });
  const held = sumOf(hold.parts);
  const wanted = amount ?? held;
  if (!Number.isSafeInteger(wanted) || wanted <= 0) return refuse('malformed', { at: '/amount' });
  if (wanted > held) return refuse('insufficient_points', { currency: hold.currency, missing: wanted - held, wanted });
  const { taken, rest } = split(hold.parts, wanted);
  post(draft, { fact: 'hold_captured', v: 1, currency: hold.currency, hold: id, amount: wanted, parts: taken });
  if (rest.length > 0) {
    const back = { currency: hold.currency, hold: id, amount: sumOf(rest), parts: rest, reason: 'asked' } as const;
    post(draft, { fact: 'hold_released', v: 1, ...back });
  }
  noteActivity(draft, hold.currency, 'spending');
  return wanted;
}

export function releaseHold(draft: Draft, { hold: id }: HoldEnd): Refusal | undefined {
  const hold = draft.account.holds[id];
  if (!hold) return refuse(isPast(draft, id) ? 'hold_ended' : 'unknown_hold', { hold: id });
  const amount = sumOf(hold.parts);
  post(draft, {
    fact: 'hold_released',
    v: 1,
    currency: hold.currency,
    hold: id,
    amount,
    parts: hold.parts,
    reason: 'asked',
  });
  return undefined;
}

/** What points are worth when they pay in a market, minor units of its currency. */
export function pointsWorth(draft: Draft, market: Market, key: string, amount: number): number {
  const currency = draft.program.currencies.get(nameOfKey(key));
  const rate = currency && pointsRate(currency, { market: market.id, day: draft.occurredDay });
  return rate ? roundTo(times(whole(amount), rate), 'half_up') : 0;
}

/** What one unit of a currency's decimals is worth when it pays, minor units: program money itself, points by their cost. */
export function pointsRate(
  { money, cost, decimals }: Currency,
  where: { readonly market: string; readonly day: Day },
): Exact | undefined {
  if (money !== undefined) return whole(1);
  const each = cost?.(where);
  return each && times(each, { n: 1, d: 10 ** decimals });
}

function split(
  parts: readonly Part[],
  wanted: number,
): { readonly taken: readonly Part[]; readonly rest: readonly Part[] } {
  const taken: Part[] = [];
  const rest: Part[] = [];
  let missing = wanted;
  for (const part of parts) {
    const amount = Math.min(part.amount, missing);
    missing -= amount;
    if (amount > 0) taken.push({ ...part, amount });
    if (amount < part.amount) rest.push({ ...part, amount: part.amount - amount });
  }
  return { taken, rest };
}

function isPast(draft: Draft, id: string): boolean {
  return /^\d+$/.test(id) && Number(id) <= draft.account.sequence;
}
