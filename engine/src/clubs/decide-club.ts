import type { Subscription } from '../account.ts';
import { type Draft, post } from '../draft.ts';
import type { BenefitUse, ClubCancellation, ClubJoin, ClubRenewal, Payment } from '../event.ts';
import { notHead } from '../households/decide-household.ts';
import { headOf, planHeldOn } from '../households/households.ts';
import { roundTo } from '../numbers/exact.ts';
import { isWithin } from '../points/settle.ts';
import type { Club, Plan } from '../program.ts';
import { liveValues } from '../purchase/values.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import { contextOf } from '../rules/decide-rules.ts';
import { scopedKey } from '../scopes.ts';
import { addToDay, type Day } from '../time/days.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { nextStep } from './periods.ts';
import { beginPeriod, clubOf, startPeriod } from './renew.ts';

/** Joining begins with the trial where the plan has one and the member had none, otherwise with a charge. */
export function joinClub(draft: Draft, { club: id, plan: planId }: ClubJoin): Refusal | undefined {
  const club = draft.program.clubs.get(id);
  if (!club) return refuse('unknown_club', { club: id });
  const plan = planOf(club, planId);
  if (isRefusal(plan)) return plan;
  const barredByRole = club.per === 'account' ? notHead(draft) : undefined;
  if (barredByRole) return barredByRole;
  const key = scopedKey(id, club.per, draft.event);
  const before = draft.account.subscriptions[key];
  if (before && before.state !== 'over') return resume(draft, key, before, plan);
  const barred = notOffered(draft, plan);
  if (barred) return barred;
  post(draft, { fact: 'subscription_started', v: 1, club: key, plan: plan.id, day: draft.today });
  if (plan.trial && !before?.tried) {
    const until = addToDay(draft.today, plan.trial);
    post(draft, { fact: 'trial_started', v: 1, club: key, plan: plan.id, from: draft.today, until });
  } else beginPeriod(draft, club, key, plan, draft.today);
  return undefined;
}

function planOf(club: Club, id: string | undefined): Plan | Refusal {
  const [only, ...others] = club.plans.values();
  const plan = id === undefined ? (others.length === 0 ? only : undefined) : club.plans.get(id);
  if (plan) return plan;
  return id === undefined ? refuse('malformed', { at: '/plan' }) : refuse('unknown_plan', { club: club.id, plan: id });
}

/** Who joins again before the end has come takes the cancellation back. */
function resume(draft: Draft, key: string, { ends, plan }: Subscription, wanted: Plan): Refusal | undefined {
  if (ends === undefined || plan !== wanted.id) return refuse('already_subscribed', { club: key, plan });
  post(draft, { fact: 'renewal_resumed', v: 1, club: key });
  return undefined;
}

function notOffered(draft: Draft, plan: Plan): Refusal | undefined {
  if (!isWithin(plan.span, draft.today)) return refuse('plan_not_offered', { plan: plan.id });
  const { program, market, event, storeDay, trace } = draft;
  const zone = event.zone ?? market.zone;
  const values = liveValues(draft);
  const context = contextOf({ program, market, event, storeDay, zone, basket: undefined, values, trace });
  const holds = plan.when.map((condition) => condition.test(context).holds);
  return holds.includes(false) ? refuse('condition_not_met', { plan: plan.id }) : undefined;
}

/** Cancelling needs nothing but saying so. What is paid back, and when it is over, follows from the club. */
export function cancelClub(draft: Draft, { club: id }: ClubCancellation): Refusal | undefined {
  const running = runningIn(draft, id);
  if (isRefusal(running)) return running;
  const { club, key, subscription } = running;
  if (subscription.ends !== undefined) return refuse('already_cancelled', { club: id });
  const refund = refundOf(club, subscription, draft.today);
  if (refund) post(draft, { fact: 'charge_refunded', v: 1, club: key, ...refund, reason: 'cancelled' });
  const isAtOnce = refund !== undefined || club.cancelling === 'at_once' || subscription.state === 'unpaid';
  const ends = isAtOnce ? draft.today : lastDay(draft, club, subscription);
  post(draft, { fact: 'subscription_cancelled', v: 1, club: key, ends });
  if (isAtOnce) post(draft, { fact: 'subscription_ended', v: 1, club: key, day: draft.today, reason: 'cancelled' });
  return undefined;
}

/** Renewal turned off ends it like cancelling does, but gives nothing back; turned on again, it goes on. */
export function changeRenewal(draft: Draft, { club: id, on }: ClubRenewal): Refusal | undefined {
  const running = runningIn(draft, id);
  if (isRefusal(running)) return running;
  const { club, key, subscription } = running;
  if (on === (subscription.ends === undefined)) return undefined;
  if (on) post(draft, { fact: 'renewal_resumed', v: 1, club: key });
  else {
    const ends = lastDay(draft, club, subscription);
    post(draft, { fact: 'subscription_cancelled', v: 1, club: key, ends });
  }
  return undefined;
}

/** When it is over: at the end of the period, or of the next one where the notice came too late. */
function lastDay({ today }: Draft, club: Club, { state, plan, first, until }: Subscription): Day {
  const isInTime = state === 'trial' || club.notice === undefined || addToDay(today, club.notice) <= until;
  const every = club.plans.get(plan)?.every;
  return isInTime || every === undefined || first === undefined ? until : nextStep(first, every, until);
}

function refundOf(club: Club, { paid, used, state, until }: Subscription, today: Day) {
  if (state !== 'paid' || paid === undefined || club.refund === 'never') return undefined;
  const { charge, currency, from } = paid;
  if (club.refund === 'if_unused') return used ? undefined : { charge, amount: paid.amount, currency };
  const amount = roundTo({ n: paid.amount * (until - today), d: until - from }, 'half_up');
  return amount > 0 ? { charge, amount, currency } : undefined;
}

/** What the payment provider says. Money that nobody waits for any more goes back. */
export function decidePayment(draft: Draft, { charge: id, outcome }: Payment): Refusal | undefined {
  const charge = draft.account.charges[id];
  if (!charge) return refuse('unknown_charge', { charge: id });
  const { club: key, plan, amount, currency, from, until, attempt } = charge;
  const subscription = draft.account.subscriptions[key];
  const club = clubOf(draft, key);
  const isAwaited = club !== undefined && subscription?.state === 'unpaid' && subscription.charge === id;
  if (outcome === 'succeeded') {
    const paid = { charge: id, amount, currency };
    if (isAwaited) {
      const started = { fact: 'period_started', v: 1, club: key, plan, from, until, ...paid } as const;
      onBehalfOf(draft, key, (own) => startPeriod(own, club, started));
    } else post(draft, { fact: 'charge_refunded', v: 1, club: key, ...paid, reason: 'not_needed' });
    return undefined;
  }
  if (!isAwaited || subscription.retryOn !== undefined) return undefined;
  const retry = club.retries[attempt - 1];
  const graceUntil = club.grace && subscription.first !== undefined ? addToDay(from, club.grace) : from;
  const retryOn = retry && Math.max(addToDay(from, retry), draft.today + 1);
  const failed = { charge: id, attempt, graceUntil, ...(retryOn !== undefined && { retryOn }) };
  post(draft, { fact: 'charge_failed', v: 1, club: key, ...failed });
  return undefined;
}

/** A benefit was used outside a purchase. A report: who is not subscribed is served all the same, and nothing follows. */
export function useBenefit(draft: Draft, { club: id, benefit }: BenefitUse): Refusal | undefined {
  const club = draft.program.clubs.get(id);
  if (!club) return refuse('unknown_club', { club: id });
  noteBenefit(draft, club, benefit);
  return undefined;
}

export function noteBenefit(draft: Draft, club: Club, benefit: string): void {
  const key = scopedKey(club.id, club.per, draft.event);
  if (planHeldOn(draft, key, draft.occurredDay) === undefined) return;
  post(draft, { fact: 'benefit_used', v: 1, club: key, benefit, day: draft.occurredDay });
}

/** Nobody is charged who has been erased: their own clubs end, and the account's with its head. */
export function endClubsOf(draft: Draft, member: string): void {
  const { members, subscriptions } = draft.account;
  const isLast = headOf(draft.account) === member || Object.keys(members).every((id) => id === member);
  for (const [club, { state }] of Object.entries(subscriptions)) {
    if (state === 'over' || !(isLast || club.endsWith(`@member:${member}`))) continue;
    post(draft, { fact: 'subscription_cancelled', v: 1, club, ends: draft.today });
    post(draft, { fact: 'subscription_ended', v: 1, club, day: draft.today, reason: 'cancelled' });
  }
}

function runningIn(draft: Draft, id: string) {
  const club = clubOf(draft, id);
  if (!club) return refuse('unknown_club', { club: id });
  const key = scopedKey(id, club.per, draft.event);
  const subscription = draft.account.subscriptions[key];
  if (!subscription || subscription.state === 'over') return refuse('not_subscribed', { club: id });
  const barred = club.per === 'account' ? notHead(draft) : undefined;
  return barred ?? { club, key, subscription };
}
