import { passkey } from '@better-auth/passkey';
import type { Database } from '@trofast/db';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Mail } from '../../services.ts';
import { authLogger } from '../../sign-in/auth-logger.ts';
import { cookieSettings } from '../../sign-in/cookie-settings.ts';
import { tableAdapter } from '../../sign-in/table-adapter.ts';
import { resetMessage } from './reset-message.ts';

const tables = {
  user: 'staff_user',
  session: 'staff_session',
  account: 'staff_account',
  verification: 'staff_verification',
  passkey: 'staff_passkey',
  twoFactor: 'staff_two_factor',
};

const day = 24 * 60 * 60;

export interface StaffAuthParts {
  readonly database: Database;
  readonly mail: Mail;
  readonly secret: Buffer;
  readonly log: (line: string) => void;
}

/** The sign-in library for staff, as browsers know us by one origin: password with a second factor, or a passkey. */
export function staffAuth({ database, mail, secret, log }: StaffAuthParts, origin: string) {
  return betterAuth({
    appName: 'Trofast',
    baseURL: origin,
    basePath: '/auth/staff',
    trustedOrigins: [origin],
    secret: secret.toString('base64url'),
    database: tableAdapter(database, tables),
    telemetry: { enabled: false },
    // Tries are counted in the database, for all servers together, before the library is asked.
    rateLimit: { enabled: false },
    logger: authLogger(log),
    user: { additionalFields: { locale: { type: 'string', required: false, input: false } } },
    session: { expiresIn: 7 * day, updateAge: day, freshAge: day },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: 60 * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        const organisation = await organisationOf(database, user.id);
        await mail.send(resetMessage(user, organisation, `${origin}/console/new-password#${token}`));
      },
    },
    advanced: cookieSettings('trofast_staff', origin),
    plugins: [twoFactor({ issuer: 'Trofast' }), passkey({ rpName: 'Trofast', rpID: new URL(origin).hostname, origin })],
  });
}

/** Whose owners may help, where the message cannot be sent. */
async function organisationOf(database: Database, staff: string): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>(
    'select organisation_id as id from staff_membership where staff_id = $1 order by created_at limit 1',
    [staff],
  );
  return rows[0]?.id;
}

export type StaffAuth = ReturnType<typeof staffAuth>;
