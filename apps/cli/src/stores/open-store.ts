import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@trofast/db';
import { type Ledger, openLedger } from '@trofast/ledger';
import { type OptionValues, serverOptions } from '@trofast/server/options';
import { Mistake } from '../terminal/mistake.ts';
import type { Terminal } from '../terminal/terminal.ts';

const { data, databaseUrl, applicationDatabaseUrl, buckets } = serverOptions;

/** The options that say where everything is stored: the server's own. */
export const storeOptions = { data, databaseUrl, applicationDatabaseUrl, buckets } as const;
export type StoreOptions = OptionValues<typeof storeOptions>;

const CLOSING_MOST_MS = 2000;
const HEARD_WITHIN_MS = 300;

export interface Store {
  readonly database: Awaited<ReturnType<typeof openDatabase>>;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

async function openStore(options: StoreOptions, terminal: Terminal): Promise<Store> {
  const database = await openDatabase({
    dataDir: options.data,
    databaseUrl: options.databaseUrl,
    applicationUrl: options.applicationDatabaseUrl,
    log: (line) => terminal.note(line),
  });
  try {
    const ledger = await openLedger({ database, buckets: options.buckets, log: (line) => terminal.note(line) });
    return {
      database,
      ledger,
      async close() {
        await ledger.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** For commands that have nothing to say about an empty database: a mistyped folder is told, not created. */
export async function withExistingStore<Answer>(
  options: StoreOptions,
  terminal: Terminal,
  work: (store: Store) => Promise<Answer>,
): Promise<Answer> {
  if (options.databaseUrl === undefined && !existsSync(options.data)) {
    throw new Mistake(`There is no data folder ${options.data}.`, 'Name the one that is meant with --data DIR.');
  }
  return await withStore(options, terminal, work);
}

/** Opens, works, and closes whatever happened. */
export async function withStore<Answer>(
  options: StoreOptions,
  terminal: Terminal,
  work: (store: Store) => Promise<Answer>,
): Promise<Answer> {
  const store = await openStore(options, terminal);
  const lost = store.database.lost.then((reason) => {
    throw databaseEnded(reason);
  });
  let answer: Answer;
  try {
    answer = await Promise.race([work(store), lost]);
  } catch (error) {
    // A statement may fail before anyone has heard that the database ended.
    const reason = await Promise.race([store.database.lost, wait(HEARD_WITHIN_MS)]);
    await closeSoon(store);
    throw reason === undefined || error instanceof Mistake ? error : databaseEnded(reason);
  }
  await store.close();
  return answer;
}

function databaseEnded(reason: string): Mistake {
  return new Mistake(`The database ended: ${reason}`, 'Run the same command again: it goes on where it stood.');
}

/** Without a database the ledger would try for minutes to finish what it accepted; nobody waits for it any more. */
async function closeSoon({ ledger, database }: Store) {
  const gone = database.lost.then(() => undefined);
  await Promise.race([ledger.close().catch(() => undefined), gone, wait(CLOSING_MOST_MS)]);
  await Promise.race([database.close().catch(() => undefined), gone]);
}
