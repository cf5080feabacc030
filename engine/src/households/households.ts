import type { Account } from '../account.ts';
import { planOn } from '../clubs/spans.ts';
import type { Event } from '../event.ts';
import type { Program } from '../program.ts';
import { ownerOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';

/** Members who have not left, in the order in which they came. */
export function presentMembers({ members }: Pick<Account, 'members'>): readonly string[] {
  return Object.entries(members).flatMap(([id, { left }]) => (left === undefined ? [id] : []));
}

/** Whose account it is: the member without a role in a household; nobody's where several have none. */
export function headOf({ members }: Pick<Account, 'members'>): string | undefined {
  const [only, ...others] = Object.entries(members).flatMap(([id, { role }]) => (role === undefined ? [id] : []));
  return others.length === 0 ? only : undefined;
}

interface Asked {
  readonly program: Program;
  readonly account: Pick<Account, 'members' | 'subscriptions'>;
  readonly event: Pick<Event, 'member'>;
}

/** The plan of a club whose benefits the event's member has on a day: subscribed, or shared by the household. */
export function planHeldOn({ program, account, event }: Asked, key: string, day: Day): string | undefined {
  const subscription = account.subscriptions[key];
  const plan = planOn(subscription, day);
  const member = event.member === undefined ? undefined : account.members[event.member];
  if (plan === undefined || member?.role === undefined || ownerOfKey(key) !== '') return plan;
  if (day < member.since || (member.left !== undefined && member.left <= day)) return undefined;
  const { role } = member;
  // What was tried before the first charge; of a membership that is over, nothing tells any more.
  const isTrial = subscription?.first === undefined ? subscription?.state === 'trial' : day < subscription.first;
  const isShared = program.households?.shares.some(
    ({ club, plans, roles, trial }) =>
      club === key && (plans?.has(plan) ?? true) && (roles?.has(role) ?? true) && (trial || !isTrial),
  );
  return isShared ? plan : undefined;
}
