import { APIError } from 'better-auth/api';
import type { MemberSignedIn, MemberSignIn, ProgramMember, SignedIn, Source } from '../../services.ts';
import { byKey } from '../../sign-in/by-key.ts';
import { cookiePrefixOf, type MemberAuth, type MemberAuthParts, memberAuth } from './member-auth.ts';
import { deleteMemberUser } from './queries.ts';

const instancesKept = 200;

/** Members sign in: one instance of the library for each program and origin. */
export function memberSignInOf(parts: MemberAuthParts): MemberSignIn {
  const instanceOf = byKey(instancesKept, (key) => {
    const [program = '', origin = ''] = key.split(' ');
    return memberAuth(parts, program, origin);
  });
  const authOf = ({ origin }: Source, program: string) => instanceOf(`${program} ${origin}`);
  return {
    find: async (source, program) =>
      hasCookie(source, program) ? await find(authOf(source, program), source) : undefined,
    createCode: async (source, member) => await createCode(authOf(source, member.program), member),
    signIn: async (source, member, code) => await signIn(authOf(source, member.program), source, member, code),
    handOver: async (source, member) => {
      const auth = authOf(source, member.program);
      const found = await signIn(auth, source, member, await createCode(auth, member));
      if (!found) throw new Error('A code that was made just now signs in');
      return found;
    },
    signOut: async (source, program) => {
      const { headers } = await authOf(source, program).api.signOut({ headers: source.headers, returnHeaders: true });
      return headers.getSetCookie();
    },
    forget: async (program, member) => await deleteMemberUser(parts.database, program, member),
    answer: async (source, program, request) => await authOf(source, program).handler(request),
  };
}

function hasCookie({ headers }: Source, program: string): boolean {
  return (headers.get('cookie') ?? '').includes(`${cookiePrefixOf(program)}.session_token=`);
}

async function find(auth: MemberAuth, { headers }: Source): Promise<MemberSignedIn | undefined> {
  const { headers: answered, response } = await auth.api.getSession({ headers, returnHeaders: true });
  if (!response) return undefined;
  const { user, session } = response;
  return {
    user: user.id,
    session: session.id,
    member: user.memberId,
    account: user.accountId,
    cookies: answered.getSetCookie(),
  };
}

async function createCode(auth: MemberAuth, member: ProgramMember): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const email = nameOf(member);
  if (!(await internalAdapter.findUserByEmail(email))) {
    const person = {
      name: member.member,
      email,
      emailVerified: true,
      memberId: member.member,
      accountId: member.account,
    };
    await internalAdapter.createUser(person, { method: 'email-otp' }).catch(async (error: unknown) => {
      // Asked for twice at the same moment: the other one has made it.
      if (!(await internalAdapter.findUserByEmail(email))) throw error;
    });
  }
  return await auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } });
}

async function signIn(
  auth: MemberAuth,
  { headers }: Source,
  member: ProgramMember,
  otp: string,
): Promise<SignedIn | undefined> {
  try {
    const { headers: answered, response } = await auth.api.signInEmailOTP({
      body: { email: nameOf(member), otp },
      headers,
      returnHeaders: true,
    });
    return { user: response.user.id, session: response.token, cookies: answered.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined;
    throw error;
  }
}

/** What the library takes for an address: it never learns the true one, which lives in the program's claims alone. */
function nameOf({ member }: ProgramMember): string {
  return `${member.toLowerCase()}@member.invalid`;
}
