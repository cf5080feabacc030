import type { Client } from '@trofast/db';
import type { Instant } from '@trofast/engine';
import { EVENT_BY_ID, EVENT_COLUMNS } from '../book/event-columns.ts';
import type { EventTexts } from '../book/stored-events.ts';
import { PROGRAM_STATES, type ProgramState } from '../programs/known-programs.ts';
import type { AccountCache } from './account-cache.ts';
import type { AccountRow } from './account-state.ts';
import { byteaArray, textArray } from './binary-arrays.ts';
import { accountKey, type Job, type RequestJob } from './jobs.ts';

/** What a batch knows before it asks what its decisions need. */
export interface Loaded {
  readonly accounts: readonly AccountRow[];
  readonly programs: readonly ProgramState[];
  /** Events that are recorded already, by program and id. */
  readonly recorded: ReadonlyMap<string, RecordedRow>;
  /** Refusals that were answered already, by program and id. */
  readonly refused: ReadonlyMap<string, RefusedRow>;
}

export interface RecordedRow extends EventTexts {
  readonly program_id: string;
  /** Of its private row; null when there was none or it has been erased. */
  readonly salt: Buffer | null;
  readonly personal_hash: Buffer | null;
}

export interface RefusedRow {
  readonly program_id: string;
  readonly event_id: string;
  readonly content_hash: Buffer;
  readonly refusal: string;
  readonly refused_at: Instant;
}

export function eventKey(program: string, id: string): string {
  return `${program}\n${id}`;
}

/** Begins the transaction and locks the accounts; one round trip. */
export async function loadBatch(
  client: Client,
  { bucket, now, cache }: { readonly bucket: number; readonly now: Instant; readonly cache: AccountCache },
  jobs: readonly Job[],
): Promise<Loaded> {
  const accounts = distinct(jobs.map((job) => [accountKey(job), job] as const));
  const requests = distinct(jobs.filter((job) => job.kind === 'request').map((job) => [eventKeyOf(job), job] as const));
  const [, lockedAccounts, programs, recorded, refused] = await Promise.all([
    client.query('begin'),
    lockAccounts(client, bucket, accounts, cache),
    readPrograms(client, [...new Set(jobs.map(({ program }) => program))]),
    findRecorded(client, bucket, requests),
    findRefused(client, bucket, requests, now),
  ]);
  return {
    accounts: lockedAccounts,
    programs,
    recorded: new Map(recorded.map((row) => [eventKey(row.program_id, row.id), row])),
    refused: new Map(refused.map((row) => [eventKey(row.program_id, row.event_id), row])),
  };
}

async function lockAccounts(
  client: Client,
  bucket: number,
  accounts: readonly Job[],
  cache: AccountCache,
): Promise<readonly AccountRow[]> {
  // Held until the answer is there, whatever the cache drops meanwhile.
  const known = new Map(accounts.map((job) => [accountKey(job), cache.find(accountKey(job))]));
  const { rows } = await client.query<AccountRow>({
    name: 'lock-accounts',
    text: `select a.program_id, a.id, a.wake_at, a.head, case when a.head = k.head then null else a.document end as document
           from unnest($2::text[], $3::text[], $4::bytea[]) as k (program_id, id, head)
           join account a on a.bucket = $1 and a.program_id = k.program_id and a.id = k.id
           order by a.program_id, a.id
           for update of a`,
    values: [
      bucket,
      textArray(accounts.map(({ program }) => program)),
      textArray(accounts.map(({ account }) => account)),
      byteaArray(accounts.map((job) => known.get(accountKey(job))?.head ?? null)),
    ],
  });
  return rows.map((row) => ({
    ...row,
    known: known.get(accountKey({ program: row.program_id, account: row.id }))?.account,
  }));
}

async function readPrograms(client: Client, ids: readonly string[]): Promise<readonly ProgramState[]> {
  const { rows } = await client.query<ProgramState>({
    name: 'program-states',
    text: PROGRAM_STATES,
    values: [textArray(ids)],
  });
  return rows;
}

export async function findRecorded(
  client: Client,
  bucket: number,
  requests: readonly Pick<RequestJob, 'program' | 'eventId'>[],
): Promise<readonly RecordedRow[]> {
  if (requests.length === 0) return [];
  const { rows } = await client.query<RecordedRow>({
    name: 'find-recorded',
    text: `select e.program_id, ${EVENT_COLUMNS}, p.salt, p.content_hash as personal_hash
           from unnest($2::text[], $3::text[]) as k (program_id, id)
           cross join lateral (
             select * from event e where ${EVENT_BY_ID} offset 0
           ) e
           left join lateral (
             select p.salt, p.content_hash from private_row p where p.bucket = $1 and p.program_id = e.program_id
               and p.account_id = e.account_id and p.sequence = e.sequence offset 0
           ) p on true`,
    values: [
      bucket,
      textArray(requests.map(({ program }) => program)),
      textArray(requests.map(({ eventId }) => eventId)),
    ],
  });
  return rows;
}

const DAY = 86_400_000;

async function findRefused(
  client: Client,
  bucket: number,
  requests: readonly RequestJob[],
  now: Instant,
): Promise<readonly RefusedRow[]> {
  if (requests.length === 0) return [];
  const { rows } = await client.query<RefusedRow>({
    name: 'find-refused',
    text: `select r.program_id, r.event_id, r.content_hash, r.refusal, r.refused_at
           from unnest($2::text[], $3::text[], $4::text[]) as k (program_id, account_id, event_id)
           cross join lateral (
             select * from refused_request r where r.bucket = $1 and r.program_id = k.program_id
               and r.account_id = k.account_id and r.event_id = k.event_id offset 0
           ) r`,
    values: [
      bucket,
      textArray(requests.map(({ program }) => program)),
      textArray(requests.map(({ account }) => account)),
      textArray(requests.map(({ eventId }) => eventId)),
    ],
  });
  return rows.filter(({ refused_at }) => refused_at > now - DAY);
}

function eventKeyOf(job: RequestJob): string {
  return eventKey(job.program, job.eventId);
}

function distinct<Row>(keyed: readonly (readonly [string, Row])[]): readonly Row[] {
  return [...new Map(keyed).values()];
}
