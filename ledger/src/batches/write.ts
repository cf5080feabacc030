import type { Client } from '@trofast/db';
import { type Instant, type Programs, wakeAt } from '@trofast/engine';
import { bucketOfText } from '../book/buckets.ts';
import { removePersons, writePersons } from '../claims/persons.ts';
import { deleteClaims, insertClaims } from '../claims/queries.ts';
import type { AccountState } from './account-state.ts';
import { bigintArray, byteaArray, integerArray, textArray } from './binary-arrays.ts';
import { accountKey } from './jobs.ts';
import { stockName } from './load-evidence.ts';
import type { Statement } from './statement.ts';
import type { Answered, NewEntry, NewEvent, NewMessage, NewPrivate, NewRefusal, NewTake, Writing } from './writing.ts';

/** Something that another batch did meanwhile: the batch is tried again from the start. */
class Conflict extends Error {
  override readonly name = 'Conflict';
}

interface Place {
  readonly bucket: number;
  readonly buckets: number;
  readonly now: Instant;
}

type ProgramsOf = (program: string) => Programs;

/** Everything and the commit in one round trip, unless rows must be counted before they may stay. */
export async function commitWriting(
  client: Client,
  place: Place,
  writing: Writing,
  programsOf: ProgramsOf,
): Promise<void> {
  const statements = statementsOf(place, writing, programsOf);
  const sent = Promise.all(statements.map((statement) => send(client, statement)));
  if (statements.some(({ rows }) => rows !== undefined)) await sent;
  const [{ command }] = await Promise.all([client.query('commit'), sent]);
  if (command !== 'COMMIT') throw new Error('The batch was rolled back');
}

async function send(client: Client, { name, text, values, rows }: Statement) {
  const { rowCount } = await client.query({ name, text, values: [...values] });
  if (rows !== undefined && rowCount !== rows) throw new Conflict(`Another batch was faster: ${name}`);
}

/** The bucket's head is locked first, so that batches commit in number order. */
function statementsOf(place: Place, writing: Writing, programsOf: ProgramsOf): readonly Statement[] {
  const { bucket, buckets } = place;
  const changed = [...writing.accounts];
  const stored = changed.filter(({ isStored }) => isStored);
  const opened = changed.filter(({ isStored }) => !isStored);
  return [
    ...ifAny(writing.events, (events) => nextBatch(place, events)),
    ...ifAny(stored, (states) => updateAccounts(bucket, states, programsOf)),
    ...ifAny(opened, (states) => insertAccounts(bucket, states, programsOf)),
    ...ifAny(writing.events, (events) => insertEvents(bucket, events)),
    ...ifAny(writing.entries, (entries) => insertEntries(bucket, entries)),
    ...ifAny(writing.privates, (privates) => insertPrivates(bucket, privates)),
    ...ifAny(writing.erased, (erased) => deletePrivates(bucket, erased)),
    ...erasePrivatesOf(buckets, writing.erasedAccounts),
    ...writePersons(bucket, writing.persons),
    ...removePersons(buckets, writing.movedAway),
    ...deleteClaims(buckets, writing.released),
    ...insertClaims(buckets, writing.claims),
    ...takeStock(buckets, writing.takes),
    ...ifAny(writing.messages, (messages) => insertMessages(bucket, messages)),
    ...ifAny(writing.answered, (answered) => noteAnswered(bucket, answered)),
    ...ifAny(writing.refusals, (refusals) => insertRefusals(bucket, refusals)),
  ];
}

function ifAny<Row>(rows: readonly Row[], statement: (rows: readonly Row[]) => Statement): readonly Statement[] {
  return rows.length === 0 ? [] : [statement(rows)];
}

/** Writes nothing when the database has another number of buckets by now; then the events find no number of their own. */
function nextBatch({ bucket, buckets, now }: Place, events: readonly NewEvent[]): Statement {
  return {
    name: 'next-batch',
    text: `with head as (
             update bucket_head set number = number + 1, hash = sha256(hash || $5)
             where bucket = $1 and buckets = $2
             returning number, hash
           )
           insert into batch (bucket, number, events, recorded_at, hash)
           select $1, number, $3, $4, hash from head`,
    values: [bucket, buckets, events.length, now, headsOf(events)],
  };
}

/** The last hash of each account, in the order of the events. */
export function headsOf(events: readonly { program: string; account: string; hash: Buffer }[]): Buffer {
  const last = new Map<string, Buffer>();
  for (const event of events) {
    const key = accountKey(event);
    last.delete(key);
    last.set(key, event.hash);
  }
  return Buffer.concat([...last.values()]);
}

function updateAccounts(bucket: number, states: readonly AccountState[], programsOf: ProgramsOf): Statement {
  return {
    name: 'update-accounts',
    text: `update account a set sequence = k.sequence, wake_at = k.wake_at, head = k.head, document = k.document
           from unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bytea[], $7::text[])
             as k (program_id, id, sequence, wake_at, head, document)
           where a.bucket = $1 and a.program_id = k.program_id and a.id = k.id`,
    values: [bucket, ...accountArrays(states, programsOf)],
  };
}

function insertAccounts(bucket: number, states: readonly AccountState[], programsOf: ProgramsOf): Statement {
  return {
    name: 'insert-accounts',
    text: `insert into account (bucket, program_id, id, sequence, wake_at, head, document)
           select $1, k.* from unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bytea[], $7::text[]) as k`,
    values: [bucket, ...accountArrays(states, programsOf)],
  };
}

function accountArrays(states: readonly AccountState[], programsOf: ProgramsOf): Buffer[] {
  return [
    textArray(states.map(({ program }) => program)),
    textArray(states.map(({ id }) => id)),
    bigintArray(states.map(({ account }) => account.sequence)),
    bigintArray(states.map((state) => wakeUp(state, programsOf(state.program)) ?? null)),
    byteaArray(states.map(({ head }) => head)),
    textArray(states.map(({ account }) => JSON.stringify(account))),
  ];
}

/** A lower bound: moved earlier at once, later only by a sweep, so that a purchase leaves its index alone. */
function wakeUp({ account, wakeAt: stored, sweptUntil }: AccountState, programs: Programs): Instant | undefined {
  if (sweptUntil !== undefined) {
    // What was due and had no consequence is not recorded, so the account itself does not know of it.
    return wakeAt(programs, { ...account, time: Math.max(account.time, sweptUntil) });
  }
  const next = wakeAt(programs, account);
  if (stored === undefined || next === undefined) return next ?? stored;
  return Math.min(stored, next);
}

function insertEvents(bucket: number, events: readonly NewEvent[]): Statement {
  const texts = events.map((event) => event.texts);
  return {
    name: 'insert-events',
    text: `insert into event (bucket, batch, ordinal, program_id, account_id, sequence, id, kind, occurred_at, at,
             recorded_at, version, about, origin, private_hash, hash, body, facts, reading, rules, balances)
           select $1, (select number from bucket_head where bucket = $1), k.*
           from unnest($2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::bigint[],
             $9::bigint[], $10::bigint[], $11::int[], $12::text[], $13::text[], $14::bytea[], $15::bytea[],
             $16::text[], $17::text[], $18::text[], $19::text[], $20::text[]) as k`,
    values: [
      bucket,
      integerArray(events.map((_, ordinal) => ordinal)),
      textArray(events.map(({ program }) => program)),
      textArray(events.map(({ account }) => account)),
      bigintArray(texts.map(({ sequence }) => sequence)),
      textArray(texts.map(({ id }) => id)),
      textArray(texts.map(({ kind }) => kind)),
      bigintArray(texts.map(({ occurredAt }) => occurredAt)),
      bigintArray(texts.map(({ at }) => at)),
      bigintArray(texts.map(({ recordedAt }) => recordedAt)),
      integerArray(texts.map(({ version }) => version)),
      textArray(texts.map(({ about }) => about)),
      textArray(texts.map(({ origin }) => origin)),
      byteaArray(texts.map(({ privateHash }) => privateHash)),
      byteaArray(events.map(({ hash }) => hash)),
      textArray(texts.map(({ body }) => body)),
      textArray(texts.map(({ facts }) => facts)),
      textArray(texts.map(({ reading }) => reading)),
      textArray(texts.map(({ rules }) => rules)),
      textArray(texts.map(({ balances }) => balances)),
    ],
  };
}

function insertEntries(bucket: number, rows: readonly NewEntry[]): Statement {
  return {
    name: 'insert-entries',
    text: `insert into entry (bucket, program_id, account_id, sequence, ordinal, debit, credit, currency, amount, lot, rule)
           select $1, k.* from unnest($2::text[], $3::text[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::text[],
             $9::bigint[], $10::text[], $11::text[]) as k`,
    values: [
      bucket,
      textArray(rows.map(({ program }) => program)),
      textArray(rows.map(({ account }) => account)),
      bigintArray(rows.map(({ sequence }) => sequence)),
      integerArray(rows.map(({ entry }) => entry.ordinal)),
      textArray(rows.map(({ entry }) => entry.debit)),
      textArray(rows.map(({ entry }) => entry.credit)),
      textArray(rows.map(({ entry }) => entry.currency)),
      bigintArray(rows.map(({ entry }) => entry.amount)),
      textArray(rows.map(({ entry }) => entry.lot ?? null)),
      textArray(rows.map(({ entry }) => entry.rule ?? null)),
    ],
  };
}

function insertPrivates(bucket: number, rows: readonly NewPrivate[]): Statement {
  return {
    name: 'insert-privates',
    text: `insert into private_row (bucket, program_id, account_id, sequence, member_id, salt, content_hash, body)
           select $1, k.* from unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::bytea[], $7::bytea[],
             $8::text[]) as k`,
    values: [
      bucket,
      textArray(rows.map(({ program }) => program)),
      textArray(rows.map(({ account }) => account)),
      bigintArray(rows.map(({ sequence }) => sequence)),
      textArray(rows.map(({ member }) => member)),
      byteaArray(rows.map(({ salt }) => salt)),
      byteaArray(rows.map(({ contentHash }) => contentHash)),
      textArray(rows.map(({ body }) => body)),
    ],
  };
}

function deletePrivates(bucket: number, erased: Readonly<Writing['erased']>): Statement {
  return {
    name: 'delete-privates',
    text: `delete from private_row p
           using unnest($2::text[], $3::text[], $4::text[]) as k (program_id, account_id, member_id)
           where p.bucket = $1 and p.program_id = k.program_id and p.account_id = k.account_id
             and p.member_id is not distinct from k.member_id`,
    values: [
      bucket,
      textArray(erased.map(({ program }) => program)),
      textArray(erased.map(({ account }) => account)),
      textArray(erased.map(({ member }) => member)),
    ],
  };
}

/** Of accounts that were merged into one whose person is erased, in their own buckets. */
function erasePrivatesOf(buckets: number, erased: Readonly<Writing['erasedAccounts']>): readonly Statement[] {
  const byBucket = Map.groupBy(erased, ({ account }) => bucketOfText(account, buckets));
  return [...byBucket]
    .toSorted(([a], [b]) => a - b)
    .map(([bucket, of]) => ({
      name: 'delete-privates-of-accounts',
      text: `delete from private_row p
             using unnest($2::text[], $3::text[]) as k (program_id, account_id)
             where p.bucket = $1 and p.program_id = k.program_id and p.account_id = k.account_id`,
      values: [bucket, textArray(of.map(({ program }) => program)), textArray(of.map(({ account }) => account))],
    }));
}

/** One guarded update per allotment, one row per take; in the order of bucket and name. */
function takeStock(buckets: number, takes: readonly NewTake[]): readonly Statement[] {
  const byName = Map.groupBy(takes, ({ program, reward }) => stockName(program, reward));
  return [...byName]
    .map(([name, of]) => ({ bucket: bucketOfText(name, buckets), name, of }))
    .toSorted((a, b) => a.bucket - b.bucket || (a.name < b.name ? -1 : 1))
    .flatMap(({ bucket, of }) => [changeAllotment(bucket, of), insertTakes(bucket, of)]);
}

function changeAllotment(bucket: number, takes: readonly NewTake[]): Statement {
  const amount = takes.reduce((sum, take) => sum + take.amount, 0);
  return {
    name: 'take-stock',
    text: `insert into allotment as a (bucket, program_id, kind, name, taken) values ($1, $2, 'stock', $3, $4)
           on conflict (bucket, program_id, kind, name) do update set taken = a.taken + $4
           where $4 <= 0 or $5::bigint is null or a.taken + $4 <= $5`,
    values: [bucket, takes[0]?.program, takes[0]?.reward, amount, takes[0]?.stock ?? null],
    rows: 1,
  };
}

function insertTakes(bucket: number, takes: readonly NewTake[]): Statement {
  return {
    name: 'insert-takes',
    text: `insert into allotment_take (bucket, program_id, kind, name, event_id, ordinal, amount)
           select $1, k.program_id, 'stock', k.name, k.event_id, k.ordinal, k.amount
           from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[])
             as k (program_id, name, event_id, ordinal, amount)`,
    values: [
      bucket,
      textArray(takes.map(({ program }) => program)),
      textArray(takes.map(({ reward }) => reward)),
      textArray(takes.map(({ event }) => event)),
      integerArray(takes.map(({ ordinal }) => ordinal)),
      bigintArray(takes.map(({ amount }) => amount)),
    ],
  };
}

function insertMessages(bucket: number, messages: readonly NewMessage[]): Statement {
  return {
    name: 'insert-messages',
    text: `insert into outbox (bucket, program_id, account_id, sequence, ordinal, kind, body,
                               receiver_program_id, receiver_account_id, currency, amount)
           select $1, k.program_id, k.account_id, k.sequence, k.ordinal, k.kind, k.body,
                  case when k.receiver is not null then k.program_id end, k.receiver, k.currency, k.amount
           from unnest($2::text[], $3::text[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[],
                       $10::bigint[])
             as k (program_id, account_id, sequence, ordinal, kind, body, receiver, currency, amount)`,
    values: [
      bucket,
      textArray(messages.map(({ program }) => program)),
      textArray(messages.map(({ account }) => account)),
      bigintArray(messages.map(({ sequence }) => sequence)),
      integerArray(messages.map(({ ordinal }) => ordinal)),
      textArray(messages.map(({ kind }) => kind)),
      textArray(messages.map(({ body }) => body)),
      textArray(messages.map(({ receiver }) => receiver ?? null)),
      textArray(messages.map(({ transit }) => transit?.currency ?? null)),
      bigintArray(messages.map(({ transit }) => transit?.amount ?? null)),
    ],
  };
}

function noteAnswered(bucket: number, answered: readonly Answered[]): Statement {
  return {
    name: 'note-answered',
    text: `update outbox o set answered_at = k.at
           from unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[]) as k (program_id, account_id, sequence, at)
           where o.bucket = $1 and o.program_id = k.program_id and o.account_id = k.account_id
             and o.sequence = k.sequence and o.amount is not null`,
    values: [
      bucket,
      textArray(answered.map(({ program }) => program)),
      textArray(answered.map(({ account }) => account)),
      bigintArray(answered.map(({ sequence }) => sequence)),
      bigintArray(answered.map(({ at }) => at)),
    ],
  };
}

function insertRefusals(bucket: number, refusals: readonly NewRefusal[]): Statement {
  return {
    name: 'insert-refusals',
    text: `insert into refused_request (bucket, program_id, account_id, event_id, content_hash, refusal, refused_at)
           select $1, k.* from unnest($2::text[], $3::text[], $4::text[], $5::bytea[], $6::text[], $7::bigint[]) as k
           on conflict (bucket, program_id, account_id, event_id)
           do update set content_hash = excluded.content_hash, refusal = excluded.refusal, refused_at = excluded.refused_at`,
    values: [
      bucket,
      textArray(refusals.map(({ program }) => program)),
      textArray(refusals.map(({ account }) => account)),
      textArray(refusals.map(({ event }) => event)),
      byteaArray(refusals.map(({ contentHash }) => contentHash)),
      textArray(refusals.map(({ refusal }) => JSON.stringify(refusal))),
      bigintArray(refusals.map(({ at }) => at)),
    ],
  };
}
