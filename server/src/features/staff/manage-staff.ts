import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { changeMembership } from './change-membership.ts';
import { invitationView } from './invite-staff.ts';
import { type StaffRow, selectInvitations, selectStaff } from './queries.ts';

export async function listStaff({ database, caller }: Context): Promise<Answered<Output<'listStaff'>>> {
  const organisation = caller.staff?.organisation ?? '';
  const [rows, invitations] = await Promise.all([
    selectStaff(database, organisation),
    selectInvitations(database, organisation, Date.now()),
  ]);
  return reply({ items: rows.map(staffView), invitations: invitations.map(invitationView) });
}

export async function changeRole(
  { database, caller }: Context,
  { staffId, role }: Input<'changeRole'>,
): Promise<Answered<Output<'changeRole'>>> {
  const organisation = caller.staff?.organisation ?? '';
  const refused = await changeMembership(database, organisation, staffId, role);
  if (refused) return fail(refused);
  const [row] = await selectStaff(database, organisation, staffId);
  return row ? reply(staffView(row)) : fail('unknown_staff');
}

export async function removeStaff(
  { database, caller }: Context,
  { staffId }: Input<'removeStaff'>,
): Promise<Answered<undefined>> {
  const refused = await changeMembership(database, caller.staff?.organisation ?? '', staffId, undefined);
  return refused ? fail(refused) : reply(undefined);
}

function staffView(row: StaffRow): Output<'changeRole'> {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    since: instantText(row.created_at),
    hasTwoFactor: row.two_factor_enabled ?? false,
    passkeys: row.passkeys,
    ...(row.last_signed_in_at === null ? {} : { lastSignedInAt: row.last_signed_in_at.toISOString() }),
  };
}
