import type { Subscription } from '../account.ts';
import type { Club, ClubReward, Plan } from '../program.ts';
import { addMonths, civilDay, type Day, type Duration } from '../time/days.ts';

/** The first day after `after` that lies a whole number of times `every` after `first`; months keep the day of the first. */
export function nextStep(first: Day, every: Duration, after: Day): Day {
  const anchor = civilDay(first).dayOfMonth;
  const shortest = Math.max(1, every.months * 28 + every.days);
  const longest = Math.max(1, every.months * 31 + every.days);
  let count = Math.max(1, Math.floor((after - first) / longest) - 1);
  const most = Math.ceil(Math.max(0, after - first) / shortest) + 2;
  for (; count <= most; count += 1) {
    const day = addMonths(first, every.months * count, anchor) + every.days * count;
    if (day > after) return day;
  }
  return addMonths(first, every.months * most, anchor) + every.days * most;
}

/** The period of a plan that begins on a day. */
export function periodFrom(plan: Plan, first: Day | undefined, from: Day): { readonly from: Day; readonly until: Day } {
  return { from, until: nextStep(first ?? from, plan.every, from) };
}

/** Days from `from` through `through` on which a reward of the club is given. */
export function rewardDays(first: Day, { every }: ClubReward, from: Day, through: Day): readonly Day[] {
  const days: Day[] = first >= from && first <= through ? [first] : [];
  for (let day = nextStep(first, every, Math.max(first, from - 1)); day <= through; day = nextStep(first, every, day)) {
    days.push(day);
  }
  return days;
}

/** The next day after `after` on which the running period gives a reward. */
export function nextRewardDay(club: Club, { state, first, until }: Subscription, after: Day): Day | undefined {
  if (state !== 'paid' || first === undefined) return undefined;
  const days = club.rewards.map(({ every }) => nextStep(first, every, after)).filter((day) => day < until);
  return days.length === 0 ? undefined : Math.min(...days);
}
