import { birthdayChange } from '../birthdays/birthday-change.ts';
import { type Draft, post } from '../draft.ts';
import type { MemberJoin } from '../event.ts';
import { enterByCard } from '../ladders/evaluate.ts';
import { changeLists } from '../lists/change-lists.ts';
import { isWithin } from '../points/settle.ts';
import type { Condition } from '../program.ts';
import { liveValues } from '../purchase/values.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { contextOf } from '../rules/decide-rules.ts';
import { headOf } from './households.ts';

/** One more person on the account, in a role of the program's households. */
export function joinHousehold(draft: Draft, body: MemberJoin): Refusal | undefined {
  const { event, account, program, occurredDay } = draft;
  const { role: id, cards = [], cardKinds = [], attributes = {}, birthday, address } = body;
  const member = event.member ?? event.id;
  const known = account.members[member];
  if (known && known.left === undefined) return refuse('already_enrolled', { member });
  const role = program.households?.roles.get(id);
  if (!role) return refuse('unknown_role', { role: id });
  if (!isWithin(role.span, occurredDay)) return refuse('role_closed', { role: id });
  if (role.sameAddress && !livesWithHead(draft, address)) return refuse('address_differs', { role: id });
  const wrong = birthdayChange(draft, known?.birthday, birthday, false);
  if (wrong) return wrong;
  const taken = Object.values(account.members).filter((one) => one.role === id && one.left === undefined).length;
  post(draft, {
    fact: 'member_joined',
    v: 2,
    member,
    role: id,
    since: occurredDay,
    cards,
    cardKinds,
    attributes,
    ...(birthday && { birthday }),
    ...(address !== undefined && { address }),
  });
  // Conditions look at the person as just joined; a refusal leaves nothing of it behind.
  if (!areMet(draft, role.when)) return refuse('condition_not_met', { role: id });
  if (taken >= role.atMost) return refuse('role_full', { role: id, most: role.atMost });
  const unknown = changeLists(draft, member, { lists: body.lists ?? [] });
  if (unknown) return unknown;
  enterByCard(draft);
  return undefined;
}

/** Whose account it is cannot leave it; everyone else can at any time. */
export function leaveHousehold(draft: Draft): Refusal | undefined {
  const { member } = draft.event;
  const known = member === undefined ? undefined : draft.account.members[member];
  if (member === undefined || !known) return refuse('unknown_member');
  if (known.role === undefined) return refuse('head_stays', { member });
  if (known.left !== undefined) return refuse('member_left', { member });
  post(draft, { fact: 'member_left', v: 1, member, day: draft.occurredDay });
  return undefined;
}

/** What the whole household has is begun and ended by its head alone. */
export function notHead({ account, event }: Draft): Refusal | undefined {
  const role = event.member === undefined ? undefined : account.members[event.member]?.role;
  return role === undefined ? undefined : refuse('head_only', { role });
}

function livesWithHead({ account }: Draft, address: string | undefined): boolean {
  const head = headOf(account);
  return address !== undefined && head !== undefined && account.members[head]?.address === address;
}

function areMet(draft: Draft, when: readonly Condition[]): boolean {
  const { program, market, event, storeDay, trace } = draft;
  const zone = event.zone ?? market.zone;
  const values = liveValues(draft);
  const context = contextOf({ program, market, event, storeDay, zone, basket: undefined, values, trace });
  return when.every((condition) => condition.test(context).holds);
}
