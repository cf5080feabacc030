import type { ClientBase, Database } from '@trofast/db';
import { batchHash, batchStart } from './book/hashes.ts';

/** Moves every row to its place among `buckets` buckets, as the owner. No server may be running meanwhile. */
export async function rebucket(
  database: Database,
  buckets: number,
  log: (line: string) => void = () => undefined,
): Promise<{ readonly from: number; readonly to: number }> {
  if (!Number.isSafeInteger(buckets) || buckets < 1) throw new Error('The number of buckets is a whole number from 1');
  return await database.withOwner(async (owner) => {
    await owner.query('begin');
    try {
      const from = await lockBuckets(owner);
      if (from !== buckets) await moveAll(owner, buckets, log);
      await owner.query('commit');
      return { from, to: buckets };
    } catch (error) {
      await owner.query('rollback');
      throw error;
    }
  });
}

async function lockBuckets(owner: ClientBase): Promise<number> {
  // Waits for batches that are being written; later ones find another number of buckets and write nothing.
  await owner.query('lock table bucket_head, account, event in access exclusive mode');
  const { rows } = await owner.query<{ buckets: number }>('select buckets from bucket_head limit 1');
  return rows[0]?.buckets ?? 0;
}

async function moveAll(owner: ClientBase, buckets: number, log: (line: string) => void) {
  const ofText = (owner: string) => ofHash(`sha256(convert_to(${owner}, 'UTF8'))`);
  const ofHash = (hash: string) =>
    `((get_byte(${hash}, 0)::bigint << 24) | (get_byte(${hash}, 1) << 16) | (get_byte(${hash}, 2) << 8) | get_byte(${hash}, 3)) % ${buckets}`;
  for (const table of ['private_row', 'entry', 'member_private', 'outbox', 'refused_request']) {
    log(`Moving ${table}`);
    await owner.query(`update ${table} set bucket = ${ofText('account_id')}`);
  }
  log('Moving accounts and events');
  await owner.query(`update account set bucket = ${ofText('id')}`);
  await owner.query(`update claim set bucket = ${ofHash('value_hash')}`);
  for (const table of ['allotment', 'allotment_take']) {
    await owner.query(`update ${table} set bucket = ${ofText("program_id || E'\\n' || kind || E'\\n' || name")}`);
  }
  const receiptOwner = "program_id || E'\\n' || 'receipt' || E'\\n' || store || E'\\n' || number";
  await owner.query(`update receipt set bucket = ${ofText(receiptOwner)}`);
  await owner.query('delete from version_walk');
  await moveEvents(owner, ofText('account_id'));
  log('Opening the new chains of batches');
  await openBatches(owner, buckets);
}

/** Every event so far belongs to the opening batch of its new bucket. */
async function moveEvents(owner: ClientBase, bucket: string) {
  await owner.query('drop index event_feed');
  await owner.query(
    `update event e set bucket = m.bucket, batch = 1, ordinal = m.ordinal
     from (select program_id, account_id, sequence, bucket,
                  row_number() over (partition by bucket order by program_id collate "C", account_id collate "C", sequence) - 1 as ordinal
           from (select program_id, account_id, sequence, ${bucket} as bucket from event) placed) m
     where e.program_id = m.program_id and e.account_id = m.account_id and e.sequence = m.sequence`,
  );
  await owner.query('create unique index event_feed on event (bucket, batch, ordinal)');
}

async function openBatches(owner: ClientBase, buckets: number) {
  await owner.query('delete from batch');
  await owner.query('delete from bucket_head');
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const { rows } = await owner.query<{ events: number; heads: Buffer | null }>(
      `select (select count(*) from event where bucket = $1) as events,
              string_agg(head, ''::bytea order by program_id collate "C", id collate "C") as heads
       from account where bucket = $1`,
      [bucket],
    );
    const { events = 0, heads = null } = rows[0] ?? {};
    const isEmpty = events === 0;
    const hash = isEmpty ? batchStart : batchHash(batchStart, heads ?? Buffer.alloc(0));
    if (!isEmpty) {
      await owner.query('insert into batch (bucket, number, events, recorded_at, hash) values ($1, 1, $2, $3, $4)', [
        bucket,
        events,
        Date.now(),
        hash,
      ]);
    }
    await owner.query('insert into bucket_head (bucket, buckets, number, hash) values ($1, $2, $3, $4)', [
      bucket,
      buckets,
      isEmpty ? 0 : 1,
      hash,
    ]);
  }
}
