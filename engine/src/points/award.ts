import { type Draft, nextLot, post } from '../draft.ts';
import type { RuleShare } from '../facts.ts';
import { nameOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { lotDates } from './dates.ts';

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
  const expires = draft.program.currencies.get(nameOfKey(key))?.expires;
  if (expires?.kind !== 'inactivity' || !expires.keptBy.has(kind)) return;
  if ((draft.account.activity[key] ?? -Infinity) >= draft.occurredDay) return;
  post(draft, { fact: 'activity_noted', v: 1, currency: key, day: draft.occurredDay });
}
