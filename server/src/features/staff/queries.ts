import type { Role } from '@trofast/contract';
import type { Database } from '@trofast/db';

export interface MembershipRow {
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly role: Role;
}

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly created_at: number;
  readonly two_factor_enabled: boolean | null;
  readonly passkeys: number;
  readonly last_signed_in_at: Date | null;
}

export interface InvitationRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly created_at: number;
  readonly expires_at: number;
}

/** What somebody is in the organisation of a program, with what they are called. */
export async function selectRole(database: Database, staff: string, program: string) {
  const { rows } = await database.query<{ organisation_id: string; role: Role }>(
    `select m.organisation_id, m.role from staff_membership m join program p on p.organisation_id = m.organisation_id
      where m.staff_id = $1 and p.id = $2`,
    [staff, program],
  );
  return rows[0];
}

export async function selectPerson(database: Database, staff: string) {
  const { rows } = await database.query<{
    id: string;
    name: string;
    email: string;
    locale: string | null;
    two_factor_enabled: boolean | null;
    passkeys: number;
  }>(
    `select id, name, email, locale, two_factor_enabled,
            (select count(*)::int from staff_passkey where user_id = staff_user.id) as passkeys
       from staff_user where id = $1`,
    [staff],
  );
  return rows[0];
}

export async function selectPersonByEmail(database: Database, email: string) {
  const { rows } = await database.query<{ id: string; name: string }>(
    'select id, name from staff_user where email = $1',
    [email.toLowerCase()],
  );
  return rows[0];
}

export async function updatePerson(
  database: Database,
  staff: string,
  change: { readonly name?: string | undefined; readonly locale?: string | undefined },
) {
  await database.query(
    'update staff_user set name = coalesce($2, name), locale = coalesce($3, locale), updated_at = $4 where id = $1',
    [staff, change.name ?? null, change.locale ?? null, new Date()],
  );
}

export async function selectMemberships(database: Database, staff: string): Promise<readonly MembershipRow[]> {
  const { rows } = await database.query<MembershipRow>(
    `select m.organisation_id, o.name as organisation_name, m.role
       from staff_membership m join organisation o on o.id = m.organisation_id
      where m.staff_id = $1 order by o.name, o.id`,
    [staff],
  );
  return rows;
}

export async function hasOwner(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ found: boolean }>(
    `select exists (select from staff_membership where role = 'owner') as found`,
  );
  return rows[0]?.found ?? false;
}

export async function selectStaff(
  database: Database,
  organisation: string,
  staff?: string,
): Promise<readonly StaffRow[]> {
  const { rows } = await database.query<StaffRow>(
    `select u.id, u.name, u.email, m.role, m.created_at, u.two_factor_enabled,
            (select count(*)::int from staff_passkey where user_id = u.id) as passkeys,
            (select max(created_at) from staff_session where user_id = u.id) as last_signed_in_at
       from staff_membership m join staff_user u on u.id = m.staff_id
      where m.organisation_id = $1 and ($2::text is null or u.id = $2) order by u.name, u.id`,
    [organisation, staff ?? null],
  );
  return rows;
}

export async function insertMembership(
  database: Database,
  organisation: string,
  staff: string,
  role: Role,
  at: number,
) {
  const { rowCount } = await database.query(
    `insert into staff_membership (organisation_id, staff_id, role, created_at) values ($1, $2, $3, $4)
     on conflict (organisation_id, staff_id) do nothing`,
    [organisation, staff, role, at],
  );
  return rowCount === 1;
}

export async function insertInvitation(
  database: Database,
  row: InvitationRow & { readonly token_hash: Buffer; readonly invited_by: string },
) {
  await database.query(
    `insert into staff_invitation (organisation_id, id, email, role, token_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.organisation_id, row.id, row.email, row.role, row.token_hash, row.invited_by, row.created_at, row.expires_at],
  );
}

/** Those that still count, newest first. */
export async function selectInvitations(database: Database, organisation: string, now: number) {
  const { rows } = await database.query<InvitationRow>(
    `select organisation_id, id, email, role, created_at, expires_at from staff_invitation
      where organisation_id = $1 and ended_at is null and expires_at > $2 order by created_at desc, id`,
    [organisation, now],
  );
  return rows;
}

export async function selectInvitation(database: Database, tokenHash: Buffer, now: number) {
  const { rows } = await database.query<InvitationRow & { organisation_name: string }>(
    `select i.organisation_id, i.id, i.email, i.role, i.created_at, i.expires_at, o.name as organisation_name
       from staff_invitation i join organisation o on o.id = i.organisation_id
      where i.token_hash = $1 and i.ended_at is null and i.expires_at > $2`,
    [tokenHash, now],
  );
  return rows[0];
}

/** Answers whether this call ended it: of two who accept at once, one does. */
export async function endInvitation(
  database: Database,
  organisation: string,
  id: string,
  at: number,
): Promise<boolean> {
  const { rowCount } = await database.query(
    'update staff_invitation set ended_at = $3 where organisation_id = $1 and id = $2 and ended_at is null',
    [organisation, id, at],
  );
  return rowCount === 1;
}
