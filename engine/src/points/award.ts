import { type Draft, nextLot, post } from '../draft.ts';
import type { RuleShare } from '../facts.ts';
import { MissingEvidence } from '../missing-evidence.ts';
import type { Currency } from '../program.ts';
import { nameOfKey } from '../scopes.ts';
import { addMonths, addToDay, type Day, startOfMonth } from '../time/days.ts';
import { dayAt } from '../time/zones.ts';
import { inactivityDay, inactivityOf, lotDates } from './dates.ts';
import { sumOf } from './lots.ts';

/** Points come into being as one lot, dated from the day they were earned; returns its id. Staff's corrections need not wait. */
export function awardPoints(
  draft: Draft,
  key: string,
  amount: number,
  rules: readonly RuleShare[],
  earned: Day,
  active: 'after_pending' | 'at_once' = 'after_pending',
): string | undefined {
  const currency = draft.program.currencies.get(nameOfKey(key));
  if (!currency || amount <= 0) return undefined;
  const lot = nextLot(draft);
  const due = lotDates(draft.program, draft.account, currency, key, earned);
  const dates = active === 'at_once' ? { ...due, from: earned } : due;
  post(draft, { fact: 'points_earned', v: 1, currency: key, lot, amount, ...dates, earned, rules });
  noteActivity(draft, key, 'earning');
  return lot;
}

/** Moves the date from which inactivity is counted, where the currency has one and this kind of activity keeps it. */
export function noteActivity(draft: Draft, key: string, kind: 'earning' | 'spending' | 'activity'): void {
  const currency = draft.program.currencies.get(nameOfKey(key));
  extendLots(draft, key, kind);
  if (!currency || !inactivityOf(currency)?.keptBy.has(kind)) return;
  if ((draft.account.activity[key] ?? -Infinity) >= draft.occurredDay) return;
  post(draft, { fact: 'activity_noted', v: 1, currency: key, day: draft.occurredDay });
  if (draft.occurredDay < draft.today) reviveExpired(draft, currency, key);
}

/** Moves the dates of lots that would soon be gone, where the currency says that this kind of activity does. */
function extendLots(draft: Draft, key: string, kind: 'earning' | 'spending' | 'activity'): void {
  const expires = draft.program.currencies.get(nameOfKey(key))?.expires;
  const extended = expires?.kind === 'after' ? expires.extended : undefined;
  const day = draft.occurredDay;
  if (!extended?.keptBy.has(kind) || day < (extended.from ?? day)) return;
  const last = extended.within === 'month' ? addMonths(startOfMonth(day), 1) : addToDay(day, extended.within);
  const lots = draft.account.lots.flatMap(({ id, currency, until }) => {
    if (currency !== key || until === undefined || until <= draft.today || until > last) return [];
    return [{ lot: id, until: addToDay(until, extended.by) }];
  });
  if (lots.length > 0) post(draft, { fact: 'lots_redated', v: 1, currency: key, lots, reason: 'activity' });
}

/** Points that expired although, as a late event shows, there was activity: restored where the program says so. */
function reviveExpired(draft: Draft, currency: Currency, key: string): void {
  const since = draft.event.occurredAt;
  const { history } = draft.evidence;
  if (history === undefined || history.since > since) throw new MissingEvidence({ kind: 'history', since });
  const keptTo = inactivityDay(draft.program, draft.account, currency, key);
  const parts = [...history.recorded, ...draft.fresh].flatMap(({ event, facts }) => {
    const expired = event.at >= since && (keptTo === undefined || dayAt(draft.market.zone, event.at) < keptTo);
    return expired
      ? facts.flatMap((fact) => (fact.fact === 'points_expired' && fact.currency === key ? fact.parts : []))
      : [];
  });
  if (parts.length === 0) return;
  const amount = sumOf(parts);
  if (draft.program.late.restore) {
    post(draft, { fact: 'points_put_back', v: 1, currency: key, amount, parts, reason: 'restored' });
  } else post(draft, { fact: 'points_stay_expired', v: 1, currency: key, amount });
}
