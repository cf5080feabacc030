import type { Client, Database } from '@trofast/db';

/** Connections that batches take turns with. */
export interface Connections {
  take(): Promise<Client>;
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

  return {
    take: async () => {
      const client = await takeAny();
      const turn = (turns.get(client) ?? 0) + 1;
      turns.set(client, turn);
      // Plans are made for tables as small as they were; they are made anew at the 2nd, 4th, 8th, … turn.
      if (turn > PLANS_ANEW_LAST || (turn & (turn - 1)) !== 0) return client;
      try {
        await client.query('discard plans');
        return client;
      } catch (error) {
        giveBack(client, true);
        throw error;
      }
    },
    giveBack,
    close: async () => {
      await Promise.all(idle.splice(0).map((client) => client.end()));
    },
  };
}
