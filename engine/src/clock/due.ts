import type { Account } from '../account.ts';
import { nextStreakEnd } from '../challenges/streaks.ts';
import { nextClubDay } from '../clubs/renew.ts';
import { balanceOn, marketOf, versionAt } from '../draft.ts';
import { nextReview } from '../ladders/review.ts';
import { inactivityDay } from '../points/dates.ts';
import { automaticRewards, currencyKeys, priceOf } from '../points/settle.ts';
import type { Program, Programs } from '../program.ts';
import { nameOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { dayAt, type Instant, startOfDay } from '../time/zones.ts';
import { nextRuleDay } from './clock-rules.ts';

/**
 * The next instant after `after` at which time alone may have a consequence: a lower bound, never too late. Versions
 * that have not been handled are due when they start. What lies behind `until` need not be looked for.
 */
export function nextDue(
  programs: Programs,
  account: Account,
  after: Instant,
  until: Instant = Number.POSITIVE_INFINITY,
): Instant | undefined {
  const { program } = versionAt(programs, after);
  const { zone } = marketOf(program, account.market);
  const today = dayAt(zone, after);
  const days: Day[] = [...lotDays(account, today), ...currencyDays(program, account, today)];
  const instants: Instant[] = Object.values(account.holds).map((hold) => hold.until);
  if (days.length > 0) instants.push(startOfDay(zone, Math.min(...days)));
  const club = nextClubDay(programs, program, account.subscriptions, today);
  const rule = nextRuleDay(program, account, today);
  const streak = program.challenges.size === 0 ? undefined : nextStreakEnd(program, account, today);
  for (const day of [club, rule, streak]) if (day !== undefined) instants.push(startOfDay(zone, day));
  const review = nextReview(program, account, zone, { after, until });
  if (review !== undefined) instants.push(review);
  for (const version of programs.versions) if (version.number > account.version) instants.push(version.from);
  let next: Instant | undefined;
  for (const instant of instants) if (instant > after && (next === undefined || instant < next)) next = instant;
  return next;
}

function lotDays(account: Account, today: Day): readonly Day[] {
  const days: Day[] = [];
  for (const { until } of account.lots) if (until !== undefined && until > today) days.push(until);
  for (const { until } of Object.values(account.vouchers)) if (until !== undefined && until > today) days.push(until);
  return days;
}

function currencyDays(program: Program, account: Account, today: Day): readonly Day[] {
  const days: Day[] = [];
  for (const key of currencyKeys({ program, account })) {
    const currency = program.currencies.get(nameOfKey(key));
    const idle = currency && inactivityDay(program, account, currency, key);
    if (idle !== undefined && idle > today) days.push(idle);
    const active = activationDay(program, account, key, today);
    if (active !== undefined) days.push(active);
  }
  return days;
}

/** The first day on which pending points become active and something follows: a debt repaid, a voucher issued. */
function activationDay(program: Program, account: Account, key: string, today: Day): Day | undefined {
  const pending = account.lots.filter((lot) => lot.currency === key && lot.from > today);
  if (pending.length === 0) return undefined;
  const { available, debt } = balanceOn(account, key, today);
  const rewards = automaticRewards({ program, today }, nameOfKey(key));
  if (debt === 0 && rewards.length === 0) return undefined;
  let sum = available;
  for (const lot of pending.toSorted((a, b) => a.from - b.from)) {
    sum += lot.left;
    if (debt > 0) return lot.from;
    if (rewards.some((reward) => sum >= (priceOf(reward, account.market, lot.from) ?? Infinity))) return lot.from;
  }
  return undefined;
}
