import pg, {
  type Client,
  type ClientBase,
  type Pool,
  type PoolClient,
  type QueryResult,
  type QueryResultRow,
} from 'pg';

/** Open PostgreSQL. Everything but `withOwner` works as the application role. */
export interface Database {
  readonly isEmbedded: boolean;
  /** As PostgreSQL writes it: `18.4`. */
  readonly version: string;
  /** For other libraries that connect by themselves, as the application role. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly pool: Pool;
  /** Settles, with the reason, when an embedded PostgreSQL ends by itself. Nothing works after that. */
  readonly lost: Promise<string>;
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
  connect(): Promise<PoolClient>;
  /**
   * A connection of its own that sends each statement without waiting for the answer to the one before. The caller
   * ends it. `settings` are those of the session.
   */
  connectPipelined(settings?: Readonly<Record<string, string>>): Promise<Client>;
  /** Commits what `work` did, or rolls all of it back when it throws. */
  transaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result>;
  /** One connection as the owner, for maintenance; requests never use it. */
  withOwner<Result>(work: (client: ClientBase) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface DatabaseParts {
  readonly isEmbedded: boolean;
  readonly version: string;
  readonly url: string;
  readonly ownerUrl: string;
  readonly lost: Promise<string>;
  readonly connectionsMax: number;
  readonly mayExitWhileIdle: boolean;
  log(line: string): void;
  afterClose(): Promise<void>;
}

export function databaseOf(parts: DatabaseParts): Database {
  const pool = new pg.Pool({
    connectionString: parts.url,
    max: parts.connectionsMax,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: parts.mayExitWhileIdle,
    application_name: 'trofast',
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
  pool.on('error', (error) => parts.log(`A connection to the database was lost: ${error.message}`));
  // The pool does not listen to a connection that is lent; whoever has it hears of the loss from the next query.
  pool.on('connect', (client) => client.on('error', () => undefined));

  let closing: Promise<void> | undefined;
  return {
    isEmbedded: parts.isEmbedded,
    version: parts.version,
    url: parts.url,
    ownerUrl: parts.ownerUrl,
    lost: parts.lost,
    pool,
    query: (text, values) => pool.query(text, values === undefined ? undefined : [...values]),
    connect: () => pool.connect(),
    connectPipelined: (settings) => connectPipelined(parts.url, settings),
    transaction: (work) => inTransaction(pool, work),
    withOwner: (work) => asOwner(parts.ownerUrl, work),
    close: () => {
      closing ??= pool.end().finally(parts.afterClose);
      return closing;
    },
  };
}

export async function asOwner<Result>(
  ownerUrl: string,
  work: (client: ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'trofast owner',
    types: { getTypeParser },
  });
  let broken: Error | undefined;
  client.on('error', (error) => {
    broken = error;
  });
  try {
    await client.connect();
    return await work(client);
  } finally {
    // Also after a failed login: PostgreSQL would wait for its end for a minute.
    if (broken === undefined) await client.end();
  }
}

async function connectPipelined(url: string, settings: Readonly<Record<string, string>> = {}): Promise<Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'trofast pipelined',
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    pipeline: true,
    types: { getTypeParser },
  });
  // Lost before its user listens, it would end the process; its next query says so.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function inTransaction<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** bigint becomes a number, or fails where it would lose digits; a date stays text: it has no zone. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary' && oid === pg.types.builtins.INT8) return wholeNumber;
  if (format !== 'binary' && oid === pg.types.builtins.DATE) return (text: string) => text;
  return pg.types.getTypeParser(oid, format);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is more than a number can hold exactly`);
  return value;
}
