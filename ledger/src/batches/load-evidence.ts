import type { ClientBase } from '@trofast/db';
import { type Account, type Recorded, upgraded } from '@trofast/engine';
import { bucketOfText, ownerName } from '../book/buckets.ts';
import { EVENT_BY_ID, EVENT_COLUMNS } from '../book/event-columns.ts';
import { type EventTexts, recordedOf } from '../book/stored-events.ts';
import { bigintArray, textArray } from './binary-arrays.ts';
import { accountKey } from './jobs.ts';
import { loadFromMerged } from './load-merged.ts';
import { type AccountReferences, ownEvents } from './references.ts';

/** What was found for the references of a batch, before anything that the batch itself records. */
export interface LoadedEvidence {
  /** By event id, per account. */
  readonly accounts: ReadonlyMap<string, AccountEvidence>;
  /** Units taken, by allotment name. */
  readonly taken: ReadonlyMap<string, number>;
}

export interface AccountEvidence {
  readonly references: AccountReferences;
  readonly events: Map<string, Recorded>;
  /** By purchase id. */
  readonly returns: Map<string, Recorded[]>;
  /** By purchase id, then by lot. */
  readonly expired: Map<string, Record<string, number>>;
  readonly history: Recorded[];
  readonly others: Map<string, Account>;
}

export function stockName(program: string, reward: string): string {
  return ownerName(program, 'stock', reward);
}

interface Place {
  readonly bucket: number;
  readonly buckets: number;
  /** Whether stock is locked: a batch will take from it, a reader only looks. */
  readonly lock: boolean;
}

/** One statement per kind, whatever the number of events. */
export async function loadEvidence(
  client: ClientBase,
  place: Place,
  references: readonly AccountReferences[],
): Promise<LoadedEvidence> {
  const accounts = new Map(references.map((wanted) => [accountKey(wanted), emptyEvidence(wanted)]));
  const events = references.flatMap((of) => ownEvents(of).map((id) => ({ of, id })));
  const purchases = references.flatMap((of) => [...of.purchases].map((id) => ({ of, id })));
  const histories = references.filter(({ since }) => since !== undefined);
  const stock = references.flatMap(({ program, stock }) => [...stock].map((reward) => ({ program, reward })));
  const others = references.flatMap((of) => [...of.others].map((id) => ({ of, id })));
  const [, , , , , taken] = await Promise.all([
    events.length > 0 && loadEvents(client, place.bucket, events, accounts),
    purchases.length > 0 && loadReturns(client, place.bucket, purchases, accounts),
    purchases.length > 0 && loadExpired(client, place.bucket, purchases, accounts),
    histories.length > 0 && loadHistories(client, place.bucket, histories, accounts),
    others.length > 0 && loadOthers(client, place.buckets, others, accounts),
    loadTaken(client, place, stock),
  ]);
  for (const evidence of accounts.values()) await loadFromMerged(client, place.buckets, evidence);
  return { accounts, taken };
}

function emptyEvidence(references: AccountReferences): AccountEvidence {
  return { references, events: new Map(), returns: new Map(), expired: new Map(), history: [], others: new Map() };
}

interface Wanted {
  readonly of: AccountReferences;
  readonly id: string;
}

interface EventRow extends EventTexts {
  readonly program_id: string;
  readonly account_id: string;
}

type Accounts = ReadonlyMap<string, AccountEvidence>;

async function loadEvents(client: ClientBase, bucket: number, wanted: readonly Wanted[], accounts: Accounts) {
  const { rows } = await client.query<EventRow>({
    name: 'evidence-events',
    text: `select e.program_id, e.account_id, ${EVENT_COLUMNS}
           from unnest($2::text[], $3::text[]) as k (program_id, id)
           cross join lateral (
             select * from event e where ${EVENT_BY_ID} offset 0
           ) e`,
    values: [bucket, ...wantedArrays(wanted)],
  });
  for (const row of rows) evidenceOf(accounts, row).events.set(row.id, recordedOf(row));
}

async function loadReturns(client: ClientBase, bucket: number, wanted: readonly Wanted[], accounts: Accounts) {
  const { rows } = await client.query<EventRow>({
    name: 'evidence-returns',
    text: `select e.program_id, e.account_id, ${EVENT_COLUMNS}
           from unnest($2::text[], $3::text[], $4::text[]) as k (program_id, id, account_id)
           cross join lateral (
             select * from event e where e.bucket = $1 and e.about = k.id
               and (e.program_id || '', e.account_id || '') = (k.program_id, k.account_id) offset 0
           ) e
           order by e.program_id, e.account_id, e.sequence`,
    values: [bucket, ...wantedArrays(wanted), textArray(wanted.map(({ of }) => of.account))],
  });
  for (const row of rows) {
    const { returns } = evidenceOf(accounts, row);
    const about = row.about ?? '';
    returns.set(about, [...(returns.get(about) ?? []), recordedOf(row)]);
  }
}

async function loadExpired(client: ClientBase, bucket: number, wanted: readonly Wanted[], accounts: Accounts) {
  const { rows } = await client.query<{
    program_id: string;
    account_id: string;
    purchase: string;
    lot: string;
    amount: number;
  }>({
    name: 'evidence-expired',
    text: `select k.program_id, k.account_id, k.id as purchase, n.lot,
                  sum(case n.credit when 'expired' then n.amount else -n.amount end)::bigint as amount
           from unnest($2::text[], $3::text[], $4::text[]) as k (program_id, id, account_id)
           cross join lateral (
             select e.sequence from event e where ${EVENT_BY_ID} offset 0
           ) e
           cross join lateral (
             select n.lot, n.amount, n.credit from entry n
             where n.bucket = $1 and n.program_id = k.program_id and n.account_id = k.account_id
               and n.sequence > e.sequence and 'expired' in (n.debit, n.credit)
               and starts_with(n.lot, e.sequence || '.') offset 0
           ) n
           group by k.program_id, k.account_id, k.id, n.lot`,
    values: [bucket, ...wantedArrays(wanted), textArray(wanted.map(({ of }) => of.account))],
  });
  for (const row of rows) {
    const { expired } = evidenceOf(accounts, row);
    expired.set(row.purchase, { ...expired.get(row.purchase), [row.lot]: row.amount });
  }
}

async function loadHistories(
  client: ClientBase,
  bucket: number,
  wanted: readonly AccountReferences[],
  accounts: Accounts,
) {
  const { rows } = await client.query<EventRow>({
    name: 'evidence-history',
    text: `select e.program_id, e.account_id, ${EVENT_COLUMNS}
           from unnest($2::text[], $3::text[], $4::bigint[]) as k (program_id, account_id, since)
           cross join lateral (
             select * from event e where e.bucket = $1 and e.program_id = k.program_id
               and e.account_id = k.account_id and e.occurred_at >= k.since offset 0
           ) e
           order by e.program_id, e.account_id, e.sequence`,
    values: [
      bucket,
      textArray(wanted.map(({ program }) => program)),
      textArray(wanted.map(({ account }) => account)),
      bigintArray(wanted.map(({ since }) => since ?? 0)),
    ],
  });
  for (const row of rows) evidenceOf(accounts, row).history.push(recordedOf(row));
}

/** Other accounts are read as they are, not locked: what matters of them does not change by the moment. */
async function loadOthers(client: ClientBase, buckets: number, wanted: readonly Wanted[], accounts: Accounts) {
  const byBucket = Map.groupBy(wanted, ({ id }) => bucketOfText(id, buckets));
  for (const [bucket, rows] of byBucket) {
    const found = await client.query<{ program_id: string; id: string; document: string }>({
      name: 'evidence-accounts',
      text: `select a.program_id, a.id, a.document
             from unnest($2::text[], $3::text[]) as k (program_id, id)
             join account a on a.bucket = $1 and a.program_id = k.program_id and a.id = k.id`,
      values: [bucket, ...wantedArrays(rows)],
    });
    for (const { of, id } of rows) {
      const row = found.rows.find((one) => one.program_id === of.program && one.id === id);
      const account = row && upgraded(JSON.parse(row.document));
      if (account) accounts.get(accountKey(of))?.others.set(id, account);
    }
  }
}

/** Allotments are locked after the accounts, in the order of bucket and name. */
async function loadTaken(
  client: ClientBase,
  place: Place,
  stock: readonly { readonly program: string; readonly reward: string }[],
): Promise<ReadonlyMap<string, number>> {
  const taken = new Map<string, number>();
  const byBucket = Map.groupBy(new Map(stock.map((of) => [stockName(of.program, of.reward), of])), ([name]) =>
    bucketOfText(name, place.buckets),
  );
  for (const bucket of [...byBucket.keys()].toSorted((a, b) => a - b)) {
    const wanted = (byBucket.get(bucket) ?? []).map(([, of]) => of);
    const values = [
      bucket,
      textArray(wanted.map(({ program }) => program)),
      textArray(wanted.map(({ reward }) => reward)),
    ];
    if (place.lock) await client.query({ name: 'open-allotments', text: OPEN_ALLOTMENTS, values });
    const { rows } = await client.query<{ program_id: string; name: string; taken: number }>(
      place.lock
        ? { name: 'lock-allotments', text: `${READ_ALLOTMENTS} for update of a`, values }
        : { name: 'read-allotments', text: READ_ALLOTMENTS, values },
    );
    for (const row of rows) taken.set(stockName(row.program_id, row.name), row.taken);
  }
  return taken;
}

const OPEN_ALLOTMENTS = `insert into allotment (bucket, program_id, kind, name, taken)
  select $1, k.program_id, 'stock', k.name, 0
  from unnest($2::text[], $3::text[]) as k (program_id, name)
  order by k.program_id, k.name
  on conflict do nothing`;

const READ_ALLOTMENTS = `select a.program_id, a.name, a.taken
  from unnest($2::text[], $3::text[]) as k (program_id, name)
  join allotment a on a.bucket = $1 and a.program_id = k.program_id and a.kind = 'stock' and a.name = k.name
  order by a.program_id, a.name`;

function wantedArrays(wanted: readonly Wanted[]): [Buffer, Buffer] {
  return [textArray(wanted.map(({ of }) => of.program)), textArray(wanted.map(({ id }) => id))];
}

function evidenceOf(
  accounts: Accounts,
  { program_id, account_id }: { readonly program_id: string; readonly account_id: string },
): AccountEvidence {
  const found = accounts.get(accountKey({ program: program_id, account: account_id }));
  if (found === undefined) throw new Error('Evidence of an account that was not asked for');
  return found;
}
