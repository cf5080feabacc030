import type { Database } from '@trofast/db';
import type { Ledger } from '@trofast/ledger';
import type { Logger } from 'pino';
import { attemptsOf } from './features/attempts/index.ts';
import { callersOf } from './features/keys/index.ts';
import { mailOf } from './features/mailbox/index.ts';
import { watchChanges } from './features/me/index.ts';
import { memberSignInOf } from './features/member-sign-in/index.ts';
import { newWelcome } from './features/setup/index.ts';
import { hasOwner } from './features/staff/index.ts';
import { staffSignInOf } from './features/staff-sign-in/index.ts';
import { tillTokensOf } from './features/tills/index.ts';
import type { ServerOptions } from './options.ts';
import type { Services } from './services.ts';
import { serverSecret } from './sign-in/server-secret.ts';

export interface ServiceParts {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly log: Logger;
  readonly say: (line: string) => void;
  readonly options: Pick<ServerOptions, 'publicUrl' | 'smtpUrl' | 'mailFrom' | 'privateWebhooks'>;
}

/** What every request is served with, and the token of the first owner's link while there is no owner. */
export async function openServices({ database, ledger, log, say, options }: ServiceParts) {
  const { publicUrl, smtpUrl, mailFrom } = options;
  const secret = await serverSecret(database, 'sign-in');
  const failed = (line: string) => log.error(line);
  const mail = mailOf({ database, smtpUrl, from: mailFrom, say });
  const { welcome, token } = newWelcome();
  const services: Services = {
    database,
    ledger,
    callers: callersOf(database),
    changes: watchChanges(ledger),
    staffSignIn: staffSignInOf({ database, mail, secret, log: failed }),
    memberSignIn: memberSignInOf({ database, secret, log: failed }),
    tillTokens: tillTokensOf(database),
    attempts: attemptsOf(database, secret),
    mail,
    welcome,
    publicUrl,
    allowsPrivateWebhooks: options.privateWebhooks,
    warn: (line, error) => log.warn({ err: error }, line),
  };
  return { services, ...((await hasOwner(database)) ? {} : { welcomeToken: token }) };
}
