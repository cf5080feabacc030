import type { ClientBase } from '@trofast/db';
import { carriedId, carriedRecorded, type Move, type Recorded } from '@trofast/engine';
import { bucketOfText } from '../book/buckets.ts';
import { EVENT_COLUMNS } from '../book/event-columns.ts';
import { accountOfEvent, deriveEventId } from '../book/identifiers.ts';
import { type EventTexts, recordedOf } from '../book/stored-events.ts';
import { findPersons, type Person } from '../claims/persons.ts';
import type { AccountState } from './account-state.ts';
import { accountKey, type Job, type RequestJob } from './jobs.ts';
import { eventKey, findRecorded, type Loaded, type RecordedRow } from './load.ts';
import type { AccountReferences } from './references.ts';

interface MergedEvidence {
  readonly references: AccountReferences;
  readonly events: Map<string, Recorded>;
  readonly returns: Map<string, Recorded[]>;
  readonly expired: Map<string, Record<string, number>>;
}

/**
 * Purchases and uses that were recorded for an account before it was merged into the one that asks, with what came after
 * them on both sides, in the terms of the one that asks. Seldom, so one statement after the other.
 */
export async function loadFromMerged(client: ClientBase, buckets: number, evidence: MergedEvidence): Promise<void> {
  const { references } = evidence;
  const { absorbed, account, program } = references;
  for (const id of [...references.purchases, ...references.events]) {
    const from = accountOfEvent(id);
    const toMember = absorbed[from];
    if (toMember === undefined) continue;
    const move = { from, fromMember: await memberOf(client, buckets, program, from), toMember };
    const [found] = await readEvents(client, buckets, move, program, 'e.id = $4', id);
    if (found === undefined) continue;
    evidence.events.set(id, found);
    if (!references.purchases.has(id)) continue;
    const returns = await readEvents(client, buckets, move, program, 'e.about = $4', id);
    evidence.returns.set(id, [...returns, ...(evidence.returns.get(id) ?? [])]);
    evidence.expired.set(id, await readExpired(client, buckets, { program, account, from, sequence: found.sequence }));
  }
}

/** The only member that an account has once it was merged. */
async function memberOf(client: ClientBase, buckets: number, program: string, account: string): Promise<string> {
  const { rows } = await client.query<{ document: string }>(
    'select document from account where bucket = $1 and program_id = $2 and id = $3',
    [bucketOfText(account, buckets), program, account],
  );
  return Object.keys(rows[0] === undefined ? {} : JSON.parse(rows[0].document).members)[0] ?? '';
}

async function readEvents(
  client: ClientBase,
  buckets: number,
  move: Move,
  program: string,
  which: 'e.id = $4' | 'e.about = $4',
  id: string,
): Promise<readonly Recorded[]> {
  const { rows } = await client.query<EventTexts>(
    `select ${EVENT_COLUMNS} from event e
     where e.bucket = $1 and e.program_id = $2 and e.account_id = $3 and ${which} order by e.sequence`,
    [bucketOfText(move.from, buckets), program, move.from, id],
  );
  return rows.map((row) => carriedRecorded(recordedOf(row), move));
}

/** What has expired from a purchase's lots, before the merge under their old names and after it under the new ones. */
async function readExpired(
  client: ClientBase,
  buckets: number,
  { program, account, from, sequence }: { program: string; account: string; from: string; sequence: number },
): Promise<Record<string, number>> {
  const expired: Record<string, number> = {};
  for (const [owner, prefix] of [
    [from, `${sequence}.`],
    [account, `${carriedId(from, `${sequence}.`)}`],
  ] as const) {
    const { rows } = await client.query<{ lot: string; amount: number }>(
      `select n.lot, sum(case n.credit when 'expired' then n.amount else -n.amount end)::bigint as amount from entry n
       where n.bucket = $1 and n.program_id = $2 and n.account_id = $3 and 'expired' in (n.debit, n.credit)
         and starts_with(n.lot, $4) group by n.lot`,
      [bucketOfText(owner, buckets), program, owner, prefix],
    );
    for (const { lot, amount } of rows) {
      const id = carriedId(from, lot);
      expired[id] = (expired[id] ?? 0) + amount;
    }
  }
  return expired;
}

/** Names and identities of persons whose accounts are being absorbed. */
export async function findMergedPersons(
  client: ClientBase,
  buckets: number,
  requests: readonly RequestJob[],
): Promise<ReadonlyMap<string, Person>> {
  const wanted = requests.flatMap(({ program, request }) =>
    request.kind === 'absorbed' ? [{ program, account: request.body.from, member: request.body.fromMember }] : [],
  );
  const found: [string, Person][] = [];
  for (const one of wanted) found.push(...(await findPersons(client, bucketOfText(one.account, buckets), [one])));
  return new Map(found);
}

/** Requests for an account that were recorded under the same key for one that was merged into it: they are not done again. */
export async function findRecordedBefore(
  client: Parameters<typeof findRecorded>[0],
  buckets: number,
  jobs: readonly Job[],
  known: { readonly loaded: Loaded; readonly states: ReadonlyMap<string, AccountState> },
): Promise<ReadonlyMap<string, RecordedRow>> {
  const before = new Map<string, RecordedRow>();
  for (const job of jobs) {
    const absorbed = Object.entries(known.states.get(accountKey(job))?.account.absorbed ?? {});
    if (job.kind !== 'request' || absorbed.length === 0) continue;
    const { program, request, eventId } = job;
    if (known.loaded.recorded.has(eventKey(program, eventId))) continue;
    for (const [from, member] of absorbed) {
      const old = { program, eventId: deriveEventId(program, from, request.kind, request.key) };
      const [row] = await findRecorded(client, bucketOfText(from, buckets), [old]);
      if (row) before.set(eventKey(program, eventId), { ...row, origin: withMember(row.origin, member) });
    }
  }
  return before;
}

function withMember(origin: string, member: string): string {
  const read = JSON.parse(origin);
  return 'member' in read ? JSON.stringify({ ...read, member }) : origin;
}
