import type { Verbs } from '../../context.ts';
import { createHandOverSecret, handOverMember } from './hand-over.ts';
import { getMemberSession, signOutMember } from './member-session.ts';
import { sendMemberCode, signInMember } from './sign-in-with-code.ts';

export { memberSignInOf } from './member-sign-in-of.ts';

export const memberSignIn = {
  sendMemberCode,
  signInMember,
  handOverMember,
  getMemberSession,
  signOutMember,
  createHandOverSecret,
} satisfies Verbs<
  'sendMemberCode' | 'signInMember' | 'handOverMember' | 'getMemberSession' | 'signOutMember' | 'createHandOverSecret'
>;
