import { z } from 'zod';
import { operation } from './operation.ts';
import { ROLES } from './roles.ts';
import { Email, Instant, Locale, Name, ProgramId } from './values.ts';

const RoleName = z
  .enum(ROLES)
  .meta({ id: 'Role', description: 'What a person of the staff may do in an organisation.' });

const StaffId = z.string().min(1).max(100).meta({ id: 'StaffId' });

const StaffProgram = z.object({
  id: ProgramId,
  name: z.string(),
  isPublished: z.boolean().meta({ description: 'It has a version, perhaps one that starts later.' }),
});

/** Who is signed in here, and where they may go. */
export const StaffSession = z
  .object({
    needsOwner: z
      .boolean()
      .meta({ description: 'Nobody owns this installation yet: the start of the server printed the link to begin.' }),
    staff: z
      .object({
        id: StaffId,
        name: z.string(),
        email: Email,
        locale: Locale.exactOptional(),
        hasTwoFactor: z.boolean(),
        passkeys: z.int(),
      })
      .exactOptional()
      .meta({ description: 'Absent: nobody is signed in.' }),
    organisations: z.array(
      z.object({ id: z.string(), name: z.string(), role: RoleName, programs: z.array(StaffProgram) }),
    ),
  })
  .meta({ id: 'StaffSession' });

const StaffMember = z
  .object({
    id: StaffId,
    name: z.string(),
    email: Email,
    role: RoleName,
    since: Instant,
    hasTwoFactor: z.boolean(),
    passkeys: z.int(),
    lastSignedInAt: Instant.exactOptional(),
  })
  .meta({ id: 'StaffMember' });

const Invitation = z
  .object({ id: z.string(), email: Email, role: RoleName, createdAt: Instant, expiresAt: Instant })
  .meta({ id: 'Invitation' });

const Session = z
  .object({
    id: z.string(),
    createdAt: Instant,
    lastUsedAt: Instant,
    expiresAt: Instant,
    browser: z.string().exactOptional().meta({ description: 'As the browser names itself.' }),
    isThis: z.boolean().meta({ description: 'The session that asks.' }),
  })
  .meta({ id: 'StaffSessionRow' });

export const Password = z
  .string()
  .min(12)
  .max(128)
  .meta({ id: 'Password', description: 'At least 12 characters; a sentence is best.' });

const LinkToken = z.string().min(20).max(200).meta({ description: 'What stands behind `#` in the link.' });

export const staff = {
  getStaffSession: operation({
    method: 'GET',
    path: '/v1/staff/session',
    scope: 'none',
    summary: 'Who of the staff is signed in here, with their organisations and programs',
    output: StaffSession,
    refusals: [],
  }),
  changeProfile: operation({
    method: 'PATCH',
    path: '/v1/staff/me',
    scope: 'staff:self',
    summary: "Change one's own name or language",
    body: z.strictObject({ name: Name.exactOptional(), locale: Locale.exactOptional() }),
    output: StaffSession,
    refusals: [],
  }),
  listSessions: operation({
    method: 'GET',
    path: '/v1/staff/me/sessions',
    scope: 'staff:self',
    summary: 'Where one is signed in',
    output: z.object({ items: z.array(Session) }),
    refusals: [],
  }),
  endSession: operation({
    method: 'DELETE',
    path: '/v1/staff/me/sessions/{sessionId}',
    scope: 'staff:self',
    summary: "Sign out one of one's own sessions",
    params: z.object({ sessionId: z.string().min(1).max(100) }),
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_session'],
  }),
  listStaff: operation({
    method: 'GET',
    path: '/v1/staff',
    scope: 'staff:read',
    summary: 'The staff of the organisation, and who is invited',
    output: z.object({ items: z.array(StaffMember), invitations: z.array(Invitation) }),
    refusals: [],
  }),
  inviteStaff: operation({
    method: 'POST',
    path: '/v1/staff/invitations',
    scope: 'staff:write',
    summary: 'Invite somebody to the organisation',
    description:
      'The link works once, for seven days. It is sent by e-mail and answered here this once, to be handed on.',
    body: z.strictObject({ email: Email, role: RoleName }),
    output: z.object({
      ...Invitation.shape,
      link: z.string().meta({ description: 'Address of the console, `/console/invitation#…`.' }),
    }),
    status: 201,
    refusals: ['already_staff'],
  }),
  revokeInvitation: operation({
    method: 'DELETE',
    path: '/v1/staff/invitations/{invitationId}',
    scope: 'staff:write',
    summary: 'Take an invitation back',
    params: z.object({ invitationId: z.string().min(1).max(100) }),
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_invitation'],
  }),
  openInvitation: operation({
    method: 'POST',
    path: '/v1/staff/invitations/open',
    scope: 'none',
    summary: 'What an invitation is for',
    body: z.strictObject({ token: LinkToken }),
    output: z.object({
      organisation: z.string(),
      email: Email,
      role: RoleName,
      hasAccount: z.boolean().meta({ description: 'This e-mail has an account: sign in with it, then accept.' }),
    }),
    refusals: ['link_invalid', 'rate_limited'],
  }),
  acceptInvitation: operation({
    method: 'POST',
    path: '/v1/staff/invitations/accept',
    scope: 'none',
    summary: 'Accept an invitation; a new person is signed in with the account that this makes',
    description:
      'Name and password are for a new account. Who has one already signs in first and sends the token alone.',
    body: z.strictObject({
      token: LinkToken,
      name: Name.exactOptional(),
      password: Password.exactOptional(),
      locale: Locale.exactOptional(),
    }),
    output: StaffSession,
    refusals: ['link_invalid', 'sign_in_first', 'rate_limited', 'origin_refused'],
  }),
  changeRole: operation({
    method: 'PATCH',
    path: '/v1/staff/{staffId}',
    scope: 'staff:write',
    summary: "Change somebody's role in the organisation",
    params: z.object({ staffId: StaffId }),
    body: z.strictObject({ role: RoleName }),
    output: StaffMember,
    refusals: ['unknown_staff', 'last_owner'],
  }),
  removeStaff: operation({
    method: 'DELETE',
    path: '/v1/staff/{staffId}',
    scope: 'staff:write',
    summary: 'Remove somebody from the organisation',
    description: 'What they did stays in the audit log and the book.',
    params: z.object({ staffId: StaffId }),
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_staff', 'last_owner'],
  }),
};
