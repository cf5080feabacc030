import type { Subscription } from '../account.ts';
import { type AccountInHand, own } from '../account-in-hand.ts';
import { assert } from '../assert.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Day } from '../time/days.ts';
import { spansCut, spansWith } from './spans.ts';

/** Facts about clubs; others leave the account as it is. */
export function changeSubscription(account: AccountInHand, fact: Fact): void {
  switch (fact.fact) {
    case 'subscription_started':
      own(account, 'subscriptions')[fact.club] = started(account.subscriptions[fact.club], fact);
      return;
    case 'trial_started':
      change(account, fact.club, (before) => ({
        ...before,
        state: 'trial',
        until: fact.until,
        tried: true,
        spans: spansWith(before.spans, fact),
      }));
      return;
    case 'charge_due':
      noteCharge(account, fact);
      return;
    case 'charge_failed':
      change(account, fact.club, ({ retryOn: _, ...before }) => ({
        ...before,
        graceUntil: fact.graceUntil,
        ...(fact.retryOn !== undefined && { retryOn: fact.retryOn }),
      }));
      return;
    case 'period_started':
      startPeriod(account, fact);
      return;
    case 'subscription_cancelled':
      change(account, fact.club, (before) => ({ ...before, ends: fact.ends }));
      return;
    case 'renewal_resumed':
      change(account, fact.club, ({ ends: _, ...before }) => before);
      return;
    case 'subscription_ended':
      change(account, fact.club, (before) => ended(before, fact.day));
      return;
    case 'charge_refunded':
      delete own(account, 'charges')[fact.charge];
      change(account, fact.club, (before) => (before.paid?.charge === fact.charge ? withoutPaid(before) : before));
      return;
    case 'benefit_used':
      change(account, fact.club, (before) => ({ ...before, used: true }));
      return;
    default:
      return;
  }
}

function change(account: AccountInHand, club: string, to: (before: Subscription) => Subscription): void {
  const before = account.subscriptions[club];
  assert(before, 'what happens to a subscription happens to one that was started');
  own(account, 'subscriptions')[club] = to(before);
}

function started(before: Subscription | undefined, { plan, day }: FactOf<'subscription_started'>): Subscription {
  return {
    plan,
    state: 'unpaid',
    until: day,
    used: false,
    tried: before?.tried ?? false,
    spans: before?.spans ?? [],
  };
}

function noteCharge(account: AccountInHand, fact: FactOf<'charge_due'>): void {
  const { fact: _, v: __, charge, day: ___, ...terms } = fact;
  own(account, 'charges')[charge] = terms;
  change(account, fact.club, ({ retryOn: _, ...before }) => ({ ...before, state: 'unpaid', charge }));
}

function startPeriod(account: AccountInHand, fact: FactOf<'period_started'>): void {
  const { club, plan, from, until, charge, amount = 0, currency = '' } = fact;
  if (charge !== undefined) delete own(account, 'charges')[charge];
  change(account, club, ({ charge: _, retryOn: __, graceUntil: ___, ...before }) => ({
    ...withoutPaid(before),
    plan,
    state: 'paid',
    until,
    first: before.first ?? from,
    ...(charge !== undefined && { paid: { charge, amount, currency, from } }),
    used: false,
    spans: spansWith(before.spans, { plan, from, until }),
  }));
}

/** What is over counts its months anew if it is joined again. */
function ended(
  { first: _, ends: __, charge: ___, retryOn: ____, graceUntil: _____, ...before }: Subscription,
  day: Day,
): Subscription {
  return { ...withoutPaid(before), state: 'over', until: day, spans: spansCut(before.spans, day) };
}

function withoutPaid({ paid: _, ...rest }: Subscription): Subscription {
  return rest;
}
