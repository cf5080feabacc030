import type { Subscription } from '../account.ts';
import { type Draft, nextCharge, post } from '../draft.ts';
import type { Club, Plan, Program, Programs } from '../program.ts';
import { issueVoucher } from '../rewards/issue-voucher.ts';
import { nameOfKey } from '../scopes.ts';
import { addMonths, type Day, startOfMonth } from '../time/days.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { nextRewardDay, periodFrom, rewardDays } from './periods.ts';

/** What has fallen due for the clubs by today: renewals, retries, ends, and rewards of the running period. */
export function renewClubs(draft: Draft): void {
  for (const key of Object.keys(draft.account.subscriptions)) {
    const club = clubOf(draft, key);
    if (club === undefined) continue;
    onBehalfOf(draft, key, (own) => {
      giveDueRewards(own, club, key);
      // A plan for nothing may have several periods behind it.
      while (renew(own, club, key));
    });
  }
}

/** Does the next thing that is due; false when nothing is. */
function renew(draft: Draft, club: Club, key: string): boolean {
  const subscription = draft.account.subscriptions[key];
  if (!subscription || subscription.state === 'over') return false;
  const { state, until, ends } = subscription;
  if (ends !== undefined && ends <= draft.today) return end(draft, key, 'cancelled', ends);
  if (state === 'unpaid') return retry(draft, key, subscription);
  if (until > draft.today) return false;
  const present = club.plans.get(subscription.plan);
  const plan = state === 'paid' && present?.becomes !== undefined ? club.plans.get(present.becomes) : present;
  if (plan === undefined) return end(draft, key, 'cancelled', until);
  beginPeriod(draft, club, key, plan, until);
  return draft.account.subscriptions[key]?.state === 'paid';
}

function retry(draft: Draft, key: string, { retryOn, graceUntil, charge: id = '' }: Subscription): boolean {
  const charge = draft.account.charges[id];
  if (retryOn !== undefined && charge && retryOn <= draft.today) {
    post(draft, { fact: 'charge_due', v: 1, charge: id, day: draft.today, ...charge, attempt: charge.attempt + 1 });
    return false;
  }
  if (retryOn !== undefined || graceUntil === undefined || graceUntil > draft.today) return false;
  return end(draft, key, 'unpaid', graceUntil);
}

function end(draft: Draft, club: string, reason: 'cancelled' | 'unpaid', day: Day): false {
  post(draft, { fact: 'subscription_ended', v: 1, club, day, reason });
  return false;
}

/** A period begins at once if it costs nothing, and otherwise when it has been paid. */
export function beginPeriod(draft: Draft, club: Club, key: string, plan: Plan, from: Day): void {
  const { market, today, account } = draft;
  const period = periodFrom(plan, account.subscriptions[key]?.first, from);
  const amount = plan.price({ market: market.id, day: from });
  if (amount === 0) {
    startPeriod(draft, club, { fact: 'period_started', v: 1, club: key, plan: plan.id, ...period });
    return;
  }
  const terms = { club: key, plan: plan.id, amount, currency: market.currency, ...period, attempt: 1 };
  post(draft, { fact: 'charge_due', v: 1, charge: nextCharge(draft), day: today, ...terms });
}

export type PeriodStart = Extract<Parameters<typeof post>[1], { fact: 'period_started' }>;

/** Also gives the rewards that would have come meanwhile, when the money came late. */
export function startPeriod(draft: Draft, club: Club, fact: PeriodStart): void {
  post(draft, fact);
  const through = Math.min(draft.today, fact.until - 1);
  giveRewards(draft, club, fact.club, fact.from, through);
}

/** Rewards of days within the running period; that of its first day came with its start. */
function giveDueRewards(draft: Draft, club: Club, key: string): void {
  const subscription = draft.account.subscriptions[key];
  if (draft.event.kind !== 'clock' || subscription === undefined) return;
  if (nextRewardDay(club, subscription, draft.today - 1) !== draft.today) return;
  giveRewards(draft, club, key, draft.today, draft.today);
}

function giveRewards(draft: Draft, club: Club, key: string, from: Day, through: Day): void {
  const { first, until } = draft.account.subscriptions[key] ?? { first: undefined, until: 0 };
  if (first === undefined) return;
  for (const given of club.rewards) {
    const reward = draft.program.rewards.get(given.reward);
    if (!reward) continue;
    const gone = { month: addMonths(startOfMonth(draft.today), 1), period: until };
    const last = given.endsWith === undefined ? {} : { until: gone[given.endsWith] };
    for (const _ of rewardDays(first, given, from, through)) issueVoucher(draft, reward, last);
  }
}

/** The next day after today on which time alone has a consequence for a club. */
export function nextClubDay(programs: Programs, program: Program, subscriptions: Clubs, today: Day): Day | undefined {
  const days: Day[] = [];
  for (const [key, subscription] of Object.entries(subscriptions)) {
    const club = clubOf({ program, programs }, key);
    if (!club || subscription.state === 'over') continue;
    const { state, until, ends, retryOn, graceUntil } = subscription;
    if (ends !== undefined) days.push(ends);
    if (state !== 'unpaid') days.push(until);
    else if (retryOn !== undefined) days.push(retryOn);
    else if (graceUntil !== undefined) days.push(graceUntil);
    const reward = nextRewardDay(club, subscription, today);
    if (reward !== undefined) days.push(reward);
  }
  const later = days.filter((day) => day > today);
  return later.length === 0 ? undefined : Math.min(...later);
}

type Clubs = Readonly<Record<string, Subscription>>;

/** A membership outlives the club in the document: the newest version that had it says what it was. */
export function clubOf({ program, programs }: Pick<Draft, 'program' | 'programs'>, key: string): Club | undefined {
  const id = nameOfKey(key);
  return program.clubs.get(id) ?? programs.versions.findLast((one) => one.program.clubs.has(id))?.program.clubs.get(id);
}
