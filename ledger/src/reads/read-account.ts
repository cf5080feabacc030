import type { Database } from '@trofast/db';
import {
  type Account,
  advance,
  type Evidence,
  type Instant,
  needs,
  type Outcome,
  type Programs,
  type Quote,
  quote,
  type Recorded,
  type Reference,
  type Refusal,
  refuse,
  upgraded,
} from '@trofast/engine';
import type { Connections } from '../batches/connections.ts';
import { accountKey } from '../batches/jobs.ts';
import { loadEvidence } from '../batches/load-evidence.ts';
import { evidenceFor, stockLeft } from '../batches/overlay-evidence.ts';
import { addReferences, noReferences } from '../batches/references.ts';
import { bucketOfText } from '../book/buckets.ts';
import { eventOf, originOf } from '../book/stored-events.ts';
import type { AccountAt, QuoteRequest } from '../ledger.ts';
import { clockOf, type KnownProgram, type KnownPrograms } from '../programs/known-programs.ts';

export interface ReadContext {
  readonly database: Database;
  readonly buckets: number;
  readonly known: KnownPrograms;
  readonly clock: () => Instant;
  /** Evidence is read with several statements at once. */
  readonly connections: Connections;
}

/** The account advanced in memory to the program's clock, or to `at` when that is later. */
export async function readAccount(
  context: ReadContext,
  program: string,
  account: string,
  at?: Instant,
): Promise<AccountAt | undefined> {
  const known = await context.known.find(program);
  const row = known && (await findAccount(context, program, account));
  if (!known || !row) return undefined;
  const until = Math.max(clockOf(known, context.clock()), at ?? 0, row.account.time);
  return {
    account: await advanceInMemory(context, known, row.account, until),
    programs: known.programs,
    at: until,
    ...(row.account.merged && { redirect: row.account.merged }),
  };
}

export async function advanceInMemory(
  context: ReadContext,
  known: KnownProgram,
  account: Account,
  until: Instant,
): Promise<Account> {
  const outcome = await withEvidence(
    context,
    known,
    account,
    until,
    needs(known.programs, account, undefined, until),
    (evidence) => advance(known.programs, account, until, evidence),
  );
  return outcome.account;
}

/** What a purchase would come to; nothing is recorded. */
export async function quotePurchase(context: ReadContext, request: QuoteRequest): Promise<Quote | Refusal> {
  const { program, body } = request;
  const known = await context.known.find(program);
  const row = known && (await findAccount(context, program, request.account));
  if (!known || !row) return refuse('unknown_member');

  const clock = request.at ?? clockOf(known, context.clock());
  const at = Math.max(clock, row.account.time, request.occurredAt ?? clock);
  const origin = originOf(request);
  const header = { id: `${request.account}-quote`, kind: 'purchase', at, occurredAt: request.occurredAt ?? at };
  const event = eventOf(header, origin, body);
  const references = needs(known.programs, row.account, event, at);
  // Advanced first, with whatever that asks for, so that the quote itself has nothing left to ask.
  const account = await advanceInMemory(context, known, row.account, at);
  return await withEvidence(context, known, account, at, references, (evidence) =>
    quote(known.programs, account, event, evidence),
  );
}

export async function findAccount({ database, buckets }: ReadContext, program: string, id: string) {
  const { rows } = await database.query<{ document: string }>(
    'select document from account where bucket = $1 and program_id = $2 and id = $3',
    [bucketOfText(id, buckets), program, id],
  );
  return rows[0] && { account: upgraded(JSON.parse(rows[0].document)) };
}

/** Asks again with what was missing, until nothing is. */
export async function withEvidence<Result extends object>(
  context: ReadContext,
  known: KnownProgram,
  account: Account,
  at: Instant,
  references: readonly Reference[],
  decide: (evidence: Evidence) => Result,
): Promise<Result> {
  let wanted = references;
  for (let round = 0; round < 8; round += 1) {
    const result = decide(await readEvidence(context, known, account, at, wanted));
    const missing = missingOf(result);
    if (missing.length === 0) return result;
    wanted = [...wanted, ...missing];
  }
  throw new Error(`Reading ${account.id} asks for ever more evidence`);
}

function missingOf(result: object | Outcome): readonly Reference[] {
  return 'missing' in result ? (result.missing ?? []) : [];
}

const NOTHING_FRESH: readonly Recorded[] = [];

async function readEvidence(
  { connections, buckets }: ReadContext,
  known: KnownProgram,
  account: Account,
  at: Instant,
  wanted: readonly Reference[],
): Promise<Evidence> {
  if (wanted.length === 0) return evidenceFor(undefined, NOTHING_FRESH, {});
  const { programs }: { programs: Programs } = known;
  const references = noReferences(programs.id, account.id, account.absorbed);
  addReferences(references, wanted);
  const client = await connections.takeAlive();
  try {
    const place = { bucket: bucketOfText(account.id, buckets), buckets, lock: false };
    const loaded = await loadEvidence(client, place, [references]);
    const own = loaded.accounts.get(accountKey({ program: programs.id, account: account.id }));
    return evidenceFor(own, NOTHING_FRESH, stockLeft(programs, at, references.stock, loaded.taken));
  } finally {
    connections.giveBack(client);
  }
}
