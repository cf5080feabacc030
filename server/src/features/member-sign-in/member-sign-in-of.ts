import type { MemberSignedIn, MemberSignIn, ProgramMember, SignedIn, Source } from '../../services.ts';
import { byKey } from '../../sign-in/by-key.ts';
import { cookiePrefixOf } from './cookie-prefix.ts';
import type { MemberAuth, MemberAuthParts } from './member-auth.ts';
import { deleteMemberUser } from './queries.ts';

const instancesKept = 200;

/** Members sign in: one instance of the library for each program and origin. */
export function memberSignInOf(parts: MemberAuthParts): MemberSignIn {
  // The library is large: it is loaded when somebody signs in, not at every start.
  const instanceOf = byKey(instancesKept, async (key) => {
    const [program = '', origin = ''] = key.split(' ');
    return (await import('./member-auth.ts')).memberAuth(parts, program, origin);
  });
  const authOf = async ({ origin }: Source, program: string) => await instanceOf(`${program} ${origin}`);
  return {
    find: async (source, program) =>
      hasCookie(source, program) ? await find(await authOf(source, program), source) : undefined,
    createCode: async (source, member) => await createCode(await authOf(source, member.program), member),
    signIn: async (source, member, code) => await signIn(await authOf(source, member.program), source, member, code),
    handOver: async (source, member) => {
      const auth = await authOf(source, member.program);
      const found = await signIn(auth, source, member, await createCode(auth, member));
      if (!found) throw new Error('A code that was made just now signs in');
      return found;
    },
    signOut: async (source, program) => {
      const { api } = await authOf(source, program);
      const { headers } = await api.signOut({ headers: source.headers, returnHeaders: true });
      return headers.getSetCookie();
    },
    forget: async (program, member) => await deleteMemberUser(parts.database, program, member),
    answer: async (source, program, request) => await (await authOf(source, program)).handler(request),
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
    if (isRefusedByLibrary(error)) return undefined;
    throw error;
  }
}

/** Its own error, told apart without loading it. */
function isRefusedByLibrary(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status < 500;
}

/** What the library takes for an address: it never learns the true one, which lives in the program's claims alone. */
function nameOf({ member }: ProgramMember): string {
  return `${member.toLowerCase()}@member.invalid`;
}
