import type { Database } from '@trofast/db';
import type { Locale } from '@trofast/engine';
import type { AccountName, Ledger } from '@trofast/ledger';
import type { Caller } from './caller.ts';

/** What every request is served with. */
export interface Services {
  readonly ledger: Ledger;
  readonly database: Database;
  readonly callers: Callers;
  readonly changes: Changes;
  readonly staffSignIn: StaffSignIn;
  readonly memberSignIn: MemberSignIn;
  readonly tillTokens: TillTokens;
  readonly attempts: Attempts;
  readonly mail: Mail;
  readonly welcome: Welcome;
  /** For what goes wrong after the answer; the line names nobody. */
  readonly warn: (line: string, error: unknown) => void;
  /** Webhooks may go to private networks. */
  readonly allowsPrivateWebhooks: boolean;
  /** How browsers know us, where the operator says so. */
  readonly publicUrl?: string | undefined;
}

/** Knows API keys by their secrets. */
export interface Callers {
  /** Who holds this secret; `undefined` when it is wrong, unknown or revoked. */
  find(secret: string): Promise<Caller | undefined>;
  forget(keyId: string): void;
}

/** Knows when something has been recorded for an account, by this server or another. */
export interface Changes {
  /** The account's newest sequence, as soon as it is later than `after`, or after some time. */
  next(account: AccountName, after: number): Promise<number>;
  /** Answers everybody who waits. */
  end(): void;
}

/** Where a request comes from, as far as signing in is concerned. */
export interface Source {
  readonly requestId: string;
  readonly ip: string;
  /** The address that the browser knows us by: `https://loyalty.example.com`. */
  readonly origin: string;
  /** Cookies and what the browser says of itself. */
  readonly headers: Headers;
  /** `Trofast-Program`. */
  readonly program?: string;
}

/** Somebody who has a session; `cookies` are to be set where it was prolonged or begun. */
export interface SignedIn {
  readonly user: string;
  readonly session: string;
  readonly cookies: readonly string[];
}

export interface StaffSignIn {
  find(source: Source): Promise<SignedIn | undefined>;
  /** Makes an account that may sign in with a password; answers its id. */
  createAccount(account: NewStaffAccount): Promise<string>;
  signIn(source: Source, email: string, password: string): Promise<SignedIn>;
  /** What browsers and the sign-in library say to each other. */
  answer(source: Source, request: Request): Promise<Response>;
}

export interface NewStaffAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale?: Locale;
}

export interface MemberSignIn {
  find(source: Source, program: string): Promise<MemberSignedIn | undefined>;
  /** Makes a code that signs this member in, once, within ten minutes. */
  createCode(source: Source, member: ProgramMember): Promise<string>;
  /** `undefined`: the code is wrong, used, tried too often or expired. */
  signIn(source: Source, member: ProgramMember, code: string): Promise<SignedIn | undefined>;
  /** Signs in who has been proved to be this member in another way. */
  handOver(source: Source, member: ProgramMember): Promise<SignedIn>;
  /** Answers the cookies that end the session. */
  signOut(source: Source, program: string): Promise<readonly string[]>;
  /** With an erased person goes all that signed them in. */
  forget(program: string, member: string): Promise<void>;
  answer(source: Source, program: string, request: Request): Promise<Response>;
}

export interface ProgramMember {
  readonly program: string;
  readonly account: string;
  readonly member: string;
}

export interface MemberSignedIn extends SignedIn {
  readonly member: string;
  readonly account: string;
}

export interface TillTokens {
  /** The till that has this token; `undefined` when it is wrong or the till has been unpaired. */
  find(token: string): Promise<Caller | undefined>;
  /** Dead here at once, elsewhere within seconds. */
  forget(program: string, till: string): void;
}

export interface Attempts {
  /** Whether one more try is within the limit; it counts. Names are kept as keyed hashes. */
  take(name: string, limit: { readonly tries: number; readonly minutes: number }): Promise<boolean>;
  /** Whether this is the first time; remembered until then. */
  takeOnce(name: string, until: number): Promise<boolean>;
}

export interface Mail {
  /** Keeps the message in the mailbox, and sends it where there is an SMTP server. Does not wait for that. */
  send(message: NewMessage): Promise<string>;
  /** With an erased person go the messages to them. */
  forget(program: string, member: string): Promise<void>;
}

export interface NewMessage {
  /** Absent: about no program. */
  readonly program?: string;
  readonly organisation?: string;
  readonly member?: string;
  /** Why: `sign_in_code`, `invitation`, … */
  readonly purpose: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** It could sign somebody in: its text is not kept once it has been sent. */
  readonly isSecret?: boolean;
}

/** The one-time link by which the first owner begins. */
export interface Welcome {
  /** Whether it is this token, unused: of two who try at once, one succeeds. */
  take(token: string): boolean;
  /** It counts again, because what it was taken for failed. */
  giveBack(): void;
}
