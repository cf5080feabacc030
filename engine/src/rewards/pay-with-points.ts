import { type Draft, post } from '../draft.ts';
import type { Purchase } from '../event.ts';
import { noteActivity } from '../points/award.ts';
import { availableLots, sumOf, takeFrom } from '../points/lots.ts';
import type { Market } from '../program.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { scopedKey } from '../scopes.ts';
import { pointsWorth } from './holds.ts';

/**
 * Points that pay for a part of a purchase; answers what that part is, minor units. A request is refused when they are
 * not all there. A report has happened: what is missing is owed where the program says so, and not honoured otherwise.
 */
export function payWithPoints(draft: Draft, market: Market, purchase: Purchase): number | Refusal {
  const { currency: id = '', amount = 0 } = purchase.points ?? {};
  const currency = draft.program.currencies.get(id);
  if (!currency) return refuse('unknown_currency', { currency: id });
  if (!Number.isSafeInteger(amount) || amount <= 0) return refuse('malformed', { at: '/points/amount' });
  if (currency.money !== undefined && currency.money !== purchase.currency) {
    return refuse('currency_mismatch', { currency: purchase.currency, expected: currency.money });
  }
  const key = scopedKey(id, currency.per, draft.event);
  const worth = pointsWorth(draft, market, key, amount);
  if (worth <= 0) return refuse('condition_not_met', { currency: id });
  const { parts, missing } = takeFrom(availableLots(draft.account, key, draft.today), amount);
  if (missing > 0 && purchase.strict) return refuse('insufficient_points', { currency: key, missing, wanted: amount });
  if (parts.length > 0) {
    post(draft, { fact: 'points_spent', v: 1, currency: key, amount: sumOf(parts), parts, reason: 'payment' });
    noteActivity(draft, key, 'spending');
  }
  if (missing > 0 && currency.overdrawn === 'debt') {
    post(draft, { fact: 'debt_incurred', v: 1, currency: key, amount: missing, reason: 'overspent' });
  } else if (missing > 0) {
    post(draft, { fact: 'not_honoured', v: 1, what: 'points', which: key, reason: 'insufficient_points' });
  }
  return worth;
}
