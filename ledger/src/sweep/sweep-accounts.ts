import type { Database } from '@trofast/db';
import type { Instant } from '@trofast/engine';
import type { SweepRequest } from '../ledger.ts';
import { clockOf, type KnownProgram, type KnownPrograms } from '../programs/known-programs.ts';
import { type DeliverContext, deliverMessages } from './deliver-messages.ts';
import type { Swept } from './sweep.ts';

export interface SweepContext extends DeliverContext {
  readonly known: KnownPrograms;
  readonly clock: () => Instant;
  /** Through the batch writer, like every other event. Answers how many clock events were recorded. */
  readonly advance: (program: string, account: string, until: Instant | undefined) => Promise<number>;
}

/** Delivers what accounts sent each other; advances accounts whose time has come, and those that a version's start has not reached yet. */
export async function sweepAccounts(context: SweepContext, request: SweepRequest): Promise<Swept> {
  const { program: only, limit } = request;
  const delivered = await deliverMessages(context, { limit, ...(only !== undefined && { program: only }) });
  let accounts = 0;
  for (const program of await programsToSweep(context, request.program)) {
    const known = await context.known.find(program);
    if (!known || known.programs.versions.length === 0) continue;
    const clock = clockOf(known, context.clock());
    const until = Math.min(clock, request.until ?? clock);
    for (let bucket = 0; bucket < context.buckets; bucket += 1) {
      const left = request.limit - accounts;
      if (left <= 0) return { accounts, finished: false };
      const due = await findDue(context.database, bucket, program, until, left, request.waitForLocks ?? false);
      await advanceAll(context, program, due, request.until);
      accounts += due.length;
      if (due.length < left) {
        accounts += await walkForVersions(context, bucket, program, known, until, left - due.length);
      }
    }
  }
  return { accounts, finished: accounts < limit && delivered < limit };
}

async function advanceAll(
  { advance }: SweepContext,
  program: string,
  accounts: readonly string[],
  until: Instant | undefined,
) {
  await Promise.all(accounts.map((account) => advance(program, account, until)));
}

async function programsToSweep({ database }: SweepContext, only: string | undefined): Promise<readonly string[]> {
  if (only !== undefined) return [only];
  const { rows } = await database.query<{ id: string }>('select id from program where versions > 0 order by id');
  return rows.map(({ id }) => id);
}

/** Whoever is being written just now is advanced by that batch, so it is passed over. */
async function findDue(
  database: Database,
  bucket: number,
  program: string,
  until: Instant,
  limit: number,
  waitForLocks: boolean,
): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from account where bucket = $1 and program_id = $2 and wake_at <= $3
     order by wake_at limit $4 for update ${waitForLocks ? '' : 'skip locked'}`,
    [bucket, program, until, limit],
  );
  return rows.map(({ id }) => id);
}

interface Walk {
  readonly account_id: string;
  readonly accounts: number;
  readonly finished: boolean;
}

/** Visits every account for the start of a version, by id, a few at a time; the place is kept. */
async function walkForVersions(
  context: SweepContext,
  bucket: number,
  program: string,
  known: KnownProgram,
  until: Instant,
  limit: number,
): Promise<number> {
  const { database } = context;
  // The first version opened before any account; whoever is older than a later one has to be visited.
  const started = known.programs.versions.findLast(({ from, number }) => number > 1 && from <= until);
  if (!started || limit <= 0) return 0;
  const walk = await readWalk(database, bucket, program, started.number);
  if (walk.finished) return 0;
  const { rows } = await database.query<{ id: string }>(
    'select id from account where bucket = $1 and program_id = $2 and id > $3 order by id limit $4',
    [bucket, program, walk.account_id, limit],
  );
  const accounts = rows.map(({ id }) => id);
  await advanceAll(context, program, accounts, until);
  await database.query(
    `insert into version_walk (bucket, program_id, number, account_id, accounts, finished)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (bucket, program_id, number)
     do update set account_id = excluded.account_id, accounts = excluded.accounts, finished = excluded.finished`,
    [
      bucket,
      program,
      started.number,
      accounts.at(-1) ?? walk.account_id,
      walk.accounts + accounts.length,
      accounts.length < limit,
    ],
  );
  return accounts.length;
}

async function readWalk(database: Database, bucket: number, program: string, number: number): Promise<Walk> {
  const { rows } = await database.query<Walk>(
    'select account_id, accounts, finished from version_walk where bucket = $1 and program_id = $2 and number = $3',
    [bucket, program, number],
  );
  return rows[0] ?? { account_id: '', accounts: 0, finished: false };
}
