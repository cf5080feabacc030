import type { NewStaffAccount, SignedIn, Source, StaffSignIn } from '../../services.ts';
import { byKey } from '../../sign-in/by-key.ts';
import type { StaffAuth, StaffAuthParts } from './staff-auth.ts';

const originsKept = 20;

/** Staff sign in: one instance of the library for each origin that browsers know us by. */
export function staffSignInOf(parts: StaffAuthParts): StaffSignIn {
  // The library is large: it is loaded when somebody signs in, not at every start.
  const authOf = byKey(originsKept, async (origin) => (await import('./staff-auth.ts')).staffAuth(parts, origin));
  return {
    find: async (source) => (hasCookie(source) ? await find(await authOf(source.origin), source) : undefined),
    createAccount: async (account) => await createAccount(await authOf('http://localhost'), account),
    signIn: async (source, email, password) => await signIn(await authOf(source.origin), source, email, password),
    answer: async (source, request) => await (await authOf(source.origin)).handler(request),
  };
}

function hasCookie({ headers }: Source): boolean {
  return (headers.get('cookie') ?? '').includes('trofast_staff.session_token=');
}

async function find(auth: StaffAuth, { headers }: Source): Promise<SignedIn | undefined> {
  const { headers: answered, response } = await auth.api.getSession({ headers, returnHeaders: true });
  if (!response) return undefined;
  return { user: response.user.id, session: response.session.id, cookies: answered.getSetCookie() };
}

async function createAccount(auth: StaffAuth, { name, email, password, locale }: NewStaffAccount): Promise<string> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const person = { name, email: email.toLowerCase(), emailVerified: true, ...(locale === undefined ? {} : { locale }) };
  const user = await internalAdapter.createUser(person, { method: 'email-password' });
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await passwords.hash(password),
  });
  return user.id;
}

async function signIn(auth: StaffAuth, { headers }: Source, email: string, password: string): Promise<SignedIn> {
  const { headers: answered, response } = await auth.api.signInEmail({
    body: { email, password },
    headers,
    returnHeaders: true,
  });
  const cookies = answered.getSetCookie();
  const found = await auth.$context.then(({ internalAdapter }) => internalAdapter.findSession(response.token));
  if (!found) throw new Error('A session that was begun is there');
  return { user: response.user.id, session: found.session.id, cookies };
}
