import type { ClientBase, Database } from '@trofast/db';
import type { FollowedEvent } from './followed-event.ts';
import type { Days } from './summarise-days.ts';

export interface Place {
  readonly bucket: number;
  readonly buckets: number;
  /** The end of the bucket's batches. */
  readonly head: number;
  /** Null before the first step. */
  readonly batch: number | null;
  readonly ordinal: number | null;
  readonly follower_buckets: number | null;
  readonly rules: number | null;
}

export async function selectPlaces(database: Database): Promise<readonly Place[]> {
  const { rows } = await database.query<Place>(
    `select h.bucket, h.buckets, h.number as head, f.batch, f.ordinal, f.buckets as follower_buckets, f.rules
     from bucket_head h left join follower f on f.bucket = h.bucket order by h.bucket`,
  );
  return rows;
}

/** Holds the bucket's place for this transaction; `undefined` when another server follows it just now. */
export async function lockPlace(client: ClientBase, bucket: number) {
  const { rows } = await client.query<{ batch: number; ordinal: number }>(
    'select batch, ordinal from follower where bucket = $1 for update skip locked',
    [bucket],
  );
  return rows[0];
}

export async function savePlace(client: ClientBase, bucket: number, batch: number, ordinal: number) {
  await client.query('update follower set batch = $2, ordinal = $3 where bucket = $1', [bucket, batch, ordinal]);
}

/** Forgets everything that was read, and begins before the first event of every bucket. */
export async function beginAnew(client: ClientBase, rules: number) {
  await client.query('lock table follower in exclusive mode');
  for (const table of ['follower', 'day_count', 'day_flow', 'account_day', 'level_move']) {
    await client.query(`delete from ${table}`);
  }
  for (const table of ['member_summary', 'member_word', 'list_stay']) await client.query(`delete from ${table}`);
  await client.query(
    'insert into follower (bucket, buckets, rules, batch, ordinal) select bucket, buckets, $1, 0, -1 from bucket_head',
    [rules],
  );
}

export async function selectEvents(
  client: ClientBase,
  bucket: number,
  after: { readonly batch: number; readonly ordinal: number },
  limit: number,
): Promise<readonly FollowedEvent[]> {
  const { rows } = await client.query<FollowedEvent>({
    name: 'follow-events',
    text: `select batch, ordinal, program_id, account_id, sequence, kind, at, occurred_at, facts,
             case when kind = 'purchase' then body else '' end as body,
             case when kind = 'purchase' then reading else '' end as reading
           from event where bucket = $1 and (batch, ordinal) > ($2, $3) order by batch, ordinal limit $4`,
    values: [bucket, after.batch, after.ordinal, limit],
  });
  return rows;
}

export interface AccountRow {
  readonly program_id: string;
  readonly id: string;
  readonly document: string;
}

export async function selectAccounts(
  client: ClientBase,
  bucket: number,
  names: readonly { readonly program: string; readonly account: string }[],
): Promise<readonly AccountRow[]> {
  const { rows } = await client.query<AccountRow>(
    `select a.program_id, a.id, a.document from unnest($2::text[], $3::text[]) as k (program_id, id)
     join account a on a.bucket = $1 and a.program_id = k.program_id and a.id = k.id`,
    [bucket, names.map(({ program }) => program), names.map(({ account }) => account)],
  );
  return rows;
}

export interface PersonRow {
  readonly program_id: string;
  readonly member_id: string;
  readonly body: string | null;
}

export async function selectPersons(
  client: ClientBase,
  bucket: number,
  names: readonly { readonly program: string; readonly account: string }[],
): Promise<readonly PersonRow[]> {
  const { rows } = await client.query<PersonRow>(
    `select p.program_id, p.member_id, p.body from unnest($2::text[], $3::text[]) as k (program_id, id)
     join member_private p on p.bucket = $1 and p.program_id = k.program_id and p.account_id = k.id`,
    [bucket, names.map(({ program }) => program), names.map(({ account }) => account)],
  );
  return rows;
}

export async function addDays(client: ClientBase, { counts, flows, accountDays, moves }: Days) {
  const columns = <Row>(rows: readonly Row[], ...names: readonly (keyof Row)[]) =>
    names.map((name) => rows.map((row) => row[name]));
  if (counts.length > 0) {
    await client.query(
      `insert into day_count (program_id, measure, day, market, key, amount)
       select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::bigint[])
       on conflict (program_id, measure, day, market, key) do update set amount = day_count.amount + excluded.amount`,
      columns(counts, 'program', 'measure', 'day', 'market', 'key', 'amount'),
    );
  }
  if (flows.length > 0) {
    await client.query(
      `insert into day_flow (program_id, day, market, currency, debit, credit, amount)
       select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
       on conflict (program_id, day, market, currency, debit, credit)
       do update set amount = day_flow.amount + excluded.amount`,
      columns(flows, 'program', 'day', 'market', 'currency', 'debit', 'credit', 'amount'),
    );
  }
  if (accountDays.length > 0) {
    await client.query(
      `insert into account_day (program_id, day, account_id, market, purchases)
       select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::int[])
       on conflict (program_id, day, account_id) do update set purchases = account_day.purchases + excluded.purchases`,
      columns(accountDays, 'program', 'day', 'account', 'market', 'purchases'),
    );
  }
  if (moves.length > 0) {
    await client.query(
      `insert into level_move (program_id, day, account_id, sequence, ladder, market, left_level, level)
       select * from unnest($1::text[], $2::int[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[])
       on conflict (program_id, day, account_id, sequence, ladder) do update set level = excluded.level`,
      columns(moves, 'program', 'day', 'account', 'sequence', 'ladder', 'market', 'from', 'to'),
    );
  }
}
