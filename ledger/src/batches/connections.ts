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
  const turns = new WeakMap<Client, number>();
  const waiting: ((client: Client) => void)[] = [];
  let open = 0;

  const connect = async () => {
    open += 1;
    try {
      const client = await database.connectPipelined(SESSION);
      client.on('error', (error: Error) => log(`A connection of the ledger was lost: ${error.message}`));
      return client;
    } catch (error) {
      open -= 1;
      throw error;
    }
  };

  return {
    take: async () => {
      const free = idle.pop();
      const client =
        free ?? (open < most ? await connect() : await new Promise<Client>((resolve) => waiting.push(resolve)));
      const turn = (turns.get(client) ?? 0) + 1;
      turns.set(client, turn);
      // Plans are made for tables as small as they were; they are made anew at the 2nd, 4th, 8th, … turn.
      if (turn <= PLANS_ANEW_LAST && (turn & (turn - 1)) === 0) await client.query('discard plans');
      return client;
    },
    giveBack: (client, broken = false) => {
      if (broken) {
        open -= 1;
        void client.end().catch(() => undefined);
        const next = waiting.shift();
        if (next) void connect().then(next, () => waiting.unshift(next));
        return;
      }
      const next = waiting.shift();
      if (next) next(client);
      else idle.push(client);
    },
    close: async () => {
      await Promise.all(idle.splice(0).map((client) => client.end()));
    },
  };
}
