import { z } from 'zod';
import { condition } from '../../conditions/conditions.ts';
import type { Condition, HouseholdRole, Households, SharedClub } from '../../program.ts';
import { type Binding, remedyFor } from '../binding.ts';
import { listOf } from '../leaf.ts';
import { day } from '../leaves/dates.ts';
import { positiveWhole } from '../leaves/numbers.ts';
import { plainName, reference } from '../leaves/references.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';
import { isForward, spanOf } from './spans.ts';

const roleShape = z.strictObject({
  name: words,
  atMost: positiveWhole,
  sameAddress: z.boolean().optional(),
  from: day.optional(),
  through: day.optional(),
  when: listOf(condition).optional(),
});

const sharedShape = z.strictObject({
  club: reference('clubs'),
  plans: listOf(plainName).optional(),
  roles: listOf(plainName).optional(),
  trial: z.boolean().optional(),
});

export const householdsShape = z.strictObject({
  name: words,
  roles: z.record(z.string(), roleShape),
  shares: listOf(sharedShape).optional(),
});

type Written = Bound<z.output<typeof householdsShape>>;

export function makeHouseholds({ name, roles, shares = [] }: Written, binding: Binding): Households | undefined {
  const entries = Object.entries(roles);
  if (entries.length === 0) {
    binding.at('roles').report('empty', 'A household has at least one role.');
    return undefined;
  }
  const names = entries.map(([id]) => id);
  const made = entries.map(([id, role]) => makeRole(id, role, binding.at('roles', id)));
  const shared = shares.map((one, index) => makeShared(one, names, binding.at('shares', index)));
  const known = made.filter((role) => role !== undefined);
  const given = shared.filter((one) => one !== undefined);
  if (known.length < made.length || given.length < shared.length) return undefined;
  return { name, roles: new Map(known.map((role) => [role.id, role])), shares: given };
}

function makeRole(id: string, written: Written['roles'][string], binding: Binding): HouseholdRole | undefined {
  if (!isForward(written, binding)) return undefined;
  const { name, atMost, sameAddress, when } = written;
  // Conditions are one of several shapes to the type checker; bound, each is a condition.
  const conditions = (when ?? []) as readonly Condition[];
  const ofPurchase = conditions.findIndex(({ reads }) => reads.some((value) => value.startsWith('purchase')));
  if (ofPurchase >= 0) {
    const message = 'The condition looks at a purchase, but one joins a household without one, so it never holds.';
    binding.at('when', ofPurchase).report('never_matches', message);
    return undefined;
  }
  return { id, name, span: spanOf(written), atMost, sameAddress: sameAddress ?? false, when: conditions };
}

function makeShared(
  { club, plans, roles, trial }: NonNullable<Written['shares']>[number],
  names: readonly string[],
  binding: Binding,
): SharedClub | undefined {
  if (club.per !== 'account') {
    const message = `The club "${club.id}" is each ${club.per}’s own, so nothing of it is shared.`;
    binding.at('club').report('never_matches', message, 'Let the club be per: account.');
    return undefined;
  }
  const isKnown = [
    ...(plans ?? []).map((plan, index) => isOneOf(plan, [...club.plans.keys()], 'plan', binding.at('plans', index))),
    ...(roles ?? []).map((role, index) => isOneOf(role, names, 'role', binding.at('roles', index))),
  ];
  if (isKnown.includes(false)) return undefined;
  return { club: club.id, plans: plans && new Set(plans), roles: roles && new Set(roles), trial: trial ?? true };
}

function isOneOf(name: string, known: readonly string[], what: string, binding: Binding): boolean {
  if (known.includes(name)) return true;
  binding.report('unknown_reference', `There is no ${what} "${name}" here.`, remedyFor(name, known));
  return false;
}
