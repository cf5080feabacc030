import { type Database, openDatabase } from '@trofast/db';
import { type Ledger, openLedger } from '@trofast/ledger';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildFaces } from './faces/index.ts';
import { ensureOperatorKey } from './features/keys/index.ts';
import { keepFollowing } from './features/read-models/index.ts';
import { keepSending } from './features/webhooks/index.ts';
import { buildApp } from './http/build-app.ts';
import { openServices } from './open-services.ts';
import type { ServerOptions } from './options.ts';

export interface RunningServer {
  /** Where it answers: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** The operator's first key: only from the start that made it. */
  readonly operatorKey?: string;
  /** Where the first owner begins: only while there is none. */
  readonly welcomeLink?: string;
  readonly database: Database;
  readonly ledger: Ledger;
  /** Settles, with the reason, when the embedded database ends by itself. */
  readonly lost: Promise<string>;
  /** Answers what it has accepted, then stops. */
  close(): Promise<void>;
}

export type StartOptions = ServerOptions & {
  /** Called with a line for each thing that takes time, for a person who waits. */
  readonly say?: (line: string) => void;
  /** Builds the web apps that are missing or older than their sources, while the API answers already. */
  readonly buildsFaces?: boolean;
  /** Databases and ledgers that are open already: the caller closes those. */
  readonly opened?: { readonly database: Database; readonly ledger: Ledger };
};

/** Opens the database, brings it up to date, starts the sweep and listens. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const log = pino({ level: options.logLevel });
  const say = options.say ?? ((line: string) => log.info(line));
  const { database, ledger, close: closeStores } = await openStores(options, say);
  try {
    const operatorKey = await ensureOperatorKey(database);
    const { services, welcomeToken } = await openServices({ database, ledger, log, say, options });
    const app = await buildApp({
      services,
      log,
      bodyBytesMax: options.bodyLimit * 1024,
      requestsAMinute: options.rateLimit,
      trustProxy: options.trustProxy,
      ...(options.buildsFaces === true && { builds: buildFaces(say) }),
    });
    const url = await listen(app, options);
    ledger.startSweeping();
    const following = keepFollowing({ database, ledger }, (line) => log.warn(line));
    const sending = keepSending({ database, ledger, allowsPrivate: options.privateWebhooks }, (line) => log.warn(line));
    const close = onlyOnce(async () => {
      await app.close();
      await Promise.all([following.stop(), sending.stop()]);
      await closeStores();
    });
    return {
      url,
      ...(operatorKey === undefined ? {} : { operatorKey }),
      ...(welcomeToken === undefined
        ? {}
        : { welcomeLink: `${options.publicUrl ?? url}/console/welcome#${welcomeToken}` }),
      database,
      ledger,
      lost: database.lost,
      close,
    };
  } catch (error) {
    await closeStores();
    throw error;
  }
}

async function openStores(options: StartOptions, say: (line: string) => void) {
  if (options.opened) return { ...options.opened, close: async () => undefined };
  const database = await openDatabase({
    databaseUrl: options.databaseUrl,
    applicationUrl: options.applicationDatabaseUrl,
    dataDir: options.data,
    log: say,
  });
  try {
    const ledger = await openLedger({ database, buckets: options.buckets, log: say });
    const close = async () => {
      await ledger.close();
      await database.close();
    };
    return { database, ledger, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: ServerOptions): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw explained(error, host, port);
  }
}

/** The port is taken or may not be had: said so that a person knows what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

function explained(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new CannotListen(`Port ${port} of ${host} is in use. Stop what runs there, or choose another with --port.`);
  }
  if (code === 'EACCES') return new CannotListen(`Port ${port} may not be used. Choose one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CannotListen(`${host} is no address of this machine. Choose another with --host.`);
  }
  return error;
}

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
