import { passkey } from '@better-auth/passkey';
import type { Database } from '@trofast/db';
import { betterAuth } from 'better-auth/minimal';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { authLogger } from '../../sign-in/auth-logger.ts';
import { cookieSettings } from '../../sign-in/cookie-settings.ts';
import { tableAdapter } from '../../sign-in/table-adapter.ts';
import { codeMinutes } from './code-message.ts';
import { cookiePrefixOf } from './cookie-prefix.ts';

const tables = {
  user: 'member_user',
  session: 'member_session',
  account: 'member_login',
  verification: 'member_verification',
  passkey: 'member_passkey',
};

const day = 24 * 60 * 60;
const codeTries = 3;

export interface MemberAuthParts {
  readonly database: Database;
  readonly secret: Buffer;
  readonly log: (line: string) => void;
}

/** The sign-in library for the members of one program, in rows of that program alone: a code, or a passkey. */
export function memberAuth({ database, secret, log }: MemberAuthParts, program: string, origin: string) {
  const text = { type: 'string', required: true, input: false } as const;
  return betterAuth({
    baseURL: origin,
    basePath: '/auth/members',
    trustedOrigins: [origin],
    secret: `${secret.toString('base64url')}.${program}`,
    database: tableAdapter(database, tables, program),
    telemetry: { enabled: false },
    // Tries are counted in the database, for all servers together, before the library is asked.
    rateLimit: { enabled: false },
    logger: authLogger(log),
    user: { additionalFields: { accountId: text, memberId: text } },
    session: { expiresIn: 60 * day, updateAge: day, freshAge: day },
    advanced: { ...cookieSettings(cookiePrefixOf(program), origin), ipAddress: { disableIpTracking: true } },
    plugins: [
      emailOTP({
        disableSignUp: true,
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: codeTries,
        storeOTP: 'hashed',
        // Codes are made by `createCode` and sent by us: the library knows no address.
        sendVerificationOTP: async () => undefined,
      }),
      passkey({ rpName: program, rpID: new URL(origin).hostname, origin }),
    ],
  });
}

export type MemberAuth = ReturnType<typeof memberAuth>;
