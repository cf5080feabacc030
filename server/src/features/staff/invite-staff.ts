import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { invitationMessage } from './invitation-message.ts';
import {
  endInvitation,
  type InvitationRow,
  insertInvitation,
  insertMembership,
  selectInvitation,
  selectMemberships,
  selectPersonByEmail,
  selectStaff,
} from './queries.ts';
import { sessionView } from './session-view.ts';

const validDays = 7;
const triesOfOneCaller = { tries: 60, minutes: 15 };

export async function inviteStaff(
  context: Context,
  { email, role }: Input<'inviteStaff'>,
): Promise<Answered<Output<'inviteStaff'>>> {
  const { database, caller, source, mail, locale } = context;
  const organisation = caller.staff?.organisation ?? '';
  const person = await selectPersonByEmail(database, email);
  if (person && (await selectStaff(database, organisation, person.id)).length > 0) return fail('already_staff');

  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  const row: InvitationRow = {
    organisation_id: organisation,
    id: randomUUID(),
    email: email.toLowerCase(),
    role,
    created_at: now,
    expires_at: now + validDays * 24 * 60 * 60 * 1000,
  };
  await insertInvitation(database, { ...row, token_hash: hashOf(token), invited_by: caller.actor });
  const link = `/console/invitation#${token}`;
  const name = await nameOf(context, organisation);
  const message = invitationMessage(locale, caller.name, name, `${source.origin}${link}`);
  await mail.send({ organisation, purpose: 'invitation', to: email, isSecret: true, ...message });
  return reply({ ...invitationView(row), link });
}

export async function revokeInvitation(
  { database, caller }: Context,
  { invitationId }: Input<'revokeInvitation'>,
): Promise<Answered<undefined>> {
  const ended = await endInvitation(database, caller.staff?.organisation ?? '', invitationId, Date.now());
  return ended ? reply(undefined) : fail('unknown_invitation');
}

export async function openInvitation(
  { database, attempts, source }: Context,
  { token }: Input<'openInvitation'>,
): Promise<Answered<Output<'openInvitation'>>> {
  if (!(await attempts.take(`invitation ${source.ip}`, triesOfOneCaller))) return fail('rate_limited');
  const row = await selectInvitation(database, hashOf(token), Date.now());
  if (!row) return fail('link_invalid');
  const { organisation_name: organisation, email, role } = row;
  return reply({ organisation, email, role, hasAccount: (await selectPersonByEmail(database, email)) !== undefined });
}

/** A new person gets an account; one who has one must be signed in with it, so that a link alone is not enough. */
export async function acceptInvitation(
  context: Context,
  { token, name, password, locale }: Input<'acceptInvitation'>,
): Promise<Answered<Output<'acceptInvitation'>>> {
  const { database, attempts, source, staffSignIn } = context;
  if (!(await attempts.take(`invitation ${source.ip}`, triesOfOneCaller))) return fail('rate_limited');
  const now = Date.now();
  const row = await selectInvitation(database, hashOf(token), now);
  if (!row) return fail('link_invalid');

  const person = await selectPersonByEmail(database, row.email);
  if (person) {
    const found = await staffSignIn.find(source);
    if (found?.user !== person.id) return fail('sign_in_first');
    return (await join(context, row, person.id, now)) ?? reply(await sessionView(context, person.id));
  }
  if (name === undefined || password === undefined) return { malformed: missing({ name, password }) };
  if (!(await endInvitation(database, row.organisation_id, row.id, now))) return fail('link_invalid');
  const staff = await staffSignIn.createAccount({ name, email: row.email, password, ...(locale && { locale }) });
  await insertMembership(database, row.organisation_id, staff, row.role, now);
  const { cookies } = await staffSignIn.signIn(source, row.email, password);
  return reply(await sessionView(context, staff), { cookies });
}

async function join({ database }: Context, row: InvitationRow, staff: string, now: number) {
  if (!(await endInvitation(database, row.organisation_id, row.id, now))) return fail('link_invalid');
  await insertMembership(database, row.organisation_id, staff, row.role, now);
  return undefined;
}

export function invitationView({ id, email, role, created_at, expires_at }: InvitationRow) {
  return { id, email, role, createdAt: instantText(created_at), expiresAt: instantText(expires_at) };
}

async function nameOf({ database, caller }: Context, organisation: string): Promise<string> {
  const memberships = await selectMemberships(database, caller.staff?.id ?? '');
  return memberships.find(({ organisation_id }) => organisation_id === organisation)?.organisation_name ?? '';
}

function missing(fields: Readonly<Record<string, string | undefined>>) {
  return Object.entries(fields).flatMap(([field, value]) =>
    value === undefined ? [{ pointer: `/${field}`, detail: 'A new account needs it.' }] : [],
  );
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
