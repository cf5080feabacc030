import type { Client, Database } from '@trofast/db';

/** Connections that batches take turns with. */
export interface Connections {
  take(): Promise<Client>;
  /** One that has just answered: for readers, which are not tried again, and for what was lost once. */
  takeAlive(): Promise<Client>;
  /** `broken`: end it, another will be opened. */
  giveBack(client: Client, broken?: boolean): void;
  close(): Promise<void>;
}

/**
 * Every hot statement looks rows up by key. Plans are made once per connection, perhaps while tables are empty, so what
 * would only suit small tables is not offered.
 */
const SESSION = {
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_bitmapscan: 'off',
  enable_material: 'off',
  jit: 'off',
};

const PLANS_ANEW_LAST = 65_536;

export function openConnections(database: Database, most: number, log: (line: string) => void): Connections {
  const idle: Client[] = [];
  const waiting: PromiseWithResolvers<Client>[] = [];
  const turns = new WeakMap<Client, number>();
  let open = 0;

  const connect = async (): Promise<Client> => {
    open += 1;
    try {
      const client = await database.connectPipelined(SESSION);
      client.on('error', (error: Error) => {
        log(`A connection of the ledger was lost: ${error.message}`);
        const index = idle.indexOf(client);
        if (index === -1) return;
        idle.splice(index, 1);
        open -= 1;
      });
      return client;
    } catch (error) {
      open -= 1;
      throw error;
    }
  };

  const takeAny = async (): Promise<Client> => {
    const free = idle.pop();
    if (free) return free;
    if (open < most) return await connect();
    const turn = Promise.withResolvers<Client>();
    waiting.push(turn);
    return await turn.promise;
  };

  const giveBack = (client: Client, broken = false) => {
    const next = waiting.shift();
    if (!broken) {
      if (next) next.resolve(client);
      else idle.push(client);
      return;
    }
    open -= 1;
    void client.end().catch(() => undefined);
    if (next) void connect().then(next.resolve, next.reject);
  };

  const take = async (): Promise<Client> => {
    const client = await takeAny();
    const turn = (turns.get(client) ?? 0) + 1;
    turns.set(client, turn);
    // Plans are made for tables as small as they were; they are made anew at the 2nd, 4th, 8th, … turn.
    if (turn > PLANS_ANEW_LAST || (turn & (turn - 1)) !== 0) return client;
    return await answering(client, 'discard plans');
  };

  const answering = async (client: Client, statement: string): Promise<Client> => {
    try {
      await client.query(statement);
      return client;
    } catch (error) {
      giveBack(client, true);
      throw error;
    }
  };

  const takeAlive = async (): Promise<Client> => {
    // Of the connections that were open, every one may have been lost.
    for (let tries = 0; tries < most; tries += 1) {
      try {
        return await answering(await take(), 'select');
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
      }
    }
    return await take();
  };

  return {
    take,
    takeAlive,
    giveBack,
    close: async () => {
      await Promise.all(idle.splice(0).map((client) => client.end()));
    },
  };
}

export function isConnectionLost(error: unknown): boolean {
  const code = errorCode(error);
  if (/^(08|57P)/.test(code) || ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT'].includes(code)) return true;
  return error instanceof Error && /Connection terminated|not queryable|connection error/i.test(error.message);
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
