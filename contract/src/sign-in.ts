import { z } from 'zod';
import { operation } from './operation.ts';
import { Email, Instant, MemberId, ProgramId } from './values.ts';

const MemberSession = z
  .object({
    memberId: MemberId.exactOptional().meta({ description: 'Absent: nobody is signed in.' }),
    passkeys: z.int(),
  })
  .meta({ id: 'MemberSession' });

/** How members sign in. The header `Trofast-Program` says to which program; sessions are cookies. */
export const signIn = {
  sendMemberCode: operation({
    method: 'POST',
    path: '/auth/members/codes',
    scope: 'none',
    summary: 'Send a member a code to sign in with',
    description: 'The answer is the same whether or not the address is a member’s. The code works once.',
    body: z.strictObject({ email: Email }),
    output: z.object({ digits: z.int(), expiresAt: Instant }),
    refusals: ['program_needed', 'unknown_program', 'rate_limited', 'origin_refused'],
  }),
  signInMember: operation({
    method: 'POST',
    path: '/auth/members/sign-in',
    scope: 'none',
    summary: 'Sign a member in with the code',
    body: z.strictObject({ email: Email, code: z.string().regex(/^\d{6}$/) }),
    output: MemberSession,
    refusals: ['code_wrong', 'program_needed', 'unknown_program', 'rate_limited', 'origin_refused'],
  }),
  handOverMember: operation({
    method: 'POST',
    path: '/auth/members/handover',
    scope: 'none',
    summary: "Sign a member in who is signed in on the shop's own site",
    description:
      'The token is a JWT (HS256) that the shop’s server signs with the hand-over secret of the program: `sub` (the member’s id) or `external_id`, `aud` (the program’s id), `exp` at most five minutes ahead, and `jti`. It works once.',
    body: z.strictObject({ token: z.string().min(20).max(4000) }),
    output: MemberSession,
    refusals: ['hand_over_invalid', 'program_needed', 'unknown_program', 'rate_limited', 'origin_refused'],
  }),
  getMemberSession: operation({
    method: 'GET',
    path: '/auth/members/session',
    scope: 'none',
    summary: 'Which member is signed in here',
    output: MemberSession,
    refusals: ['program_needed', 'unknown_program'],
  }),
  signOutMember: operation({
    method: 'POST',
    path: '/auth/members/sign-out',
    scope: 'self',
    summary: 'Sign out',
    body: z.strictObject({
      everywhere: z.boolean().exactOptional().meta({ description: 'On all devices, not only here.' }),
    }),
    output: z.undefined(),
    status: 204,
    refusals: ['program_needed', 'origin_refused'],
  }),
  createHandOverSecret: operation({
    method: 'POST',
    path: '/v1/programs/{programId}/hand-over-secret',
    scope: 'settings:write',
    summary: "Make the secret with which the shop's own site hands members over to the portal",
    description: 'It is answered this once; the one before it stops working.',
    params: z.object({ programId: ProgramId }),
    output: z.object({ secret: z.string(), createdAt: Instant }),
    status: 201,
    refusals: ['unknown_program'],
  }),
};
