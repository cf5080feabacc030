import type { ClientBase } from '@trofast/db';
import { headsOf } from '../batches/write.ts';
import { batchHash, batchStart } from '../book/hashes.ts';
import { type RowStream, streamRows } from '../book/row-stream.ts';
import type { Fault } from './report.ts';

interface BatchRow {
  readonly number: number;
  readonly events: number;
  readonly hash: Buffer;
}

interface BatchEvent {
  readonly batch: number;
  readonly ordinal: number;
  readonly program: string;
  readonly account: string;
  readonly hash: Buffer;
}

/** Each batch's hash covers the one before it and the heads that it gave to chains, so a cut-off end is seen. */
export async function verifyBatches(
  client: ClientBase,
  bucket: number,
  counts: { batches: number },
  note: (fault: Fault) => void,
): Promise<void> {
  const [batches, events] = await Promise.all([streamBatches(client, bucket), streamBatchEvents(client, bucket)]);
  let number = 0;
  let hash: Buffer = batchStart;
  for (let batch = batches.current(); batch; batch = batches.current()) {
    counts.batches += 1;
    const what = `batch ${batch.number}`;
    if (batch.number !== number + 1) note({ bucket, what: `batches are missing before ${what}` });
    const own = await takeEvents(events, batch.number);
    if (own.length !== batch.events) {
      note({ bucket, what: `${what} says ${batch.events} events, there are ${own.length}` });
    }
    if (!batchHash(hash, headsOf(own)).equals(batch.hash)) {
      note({ bucket, what: `${what} is not what was committed` });
    }
    number = batch.number;
    hash = batch.hash;
    await batches.next();
  }
  if (events.current()) note({ bucket, what: 'there are events of a batch that does not exist' });
  const { rows } = await client.query<{ number: number; hash: Buffer }>(
    'select number, hash from bucket_head where bucket = $1',
    [bucket],
  );
  const head = rows[0];
  if (head?.number !== number || !head.hash.equals(hash)) {
    note({ bucket, what: `the last batch is ${number}, the bucket's head says ${head?.number ?? 'nothing'}` });
  }
}

async function takeEvents(events: RowStream<BatchEvent>, batch: number): Promise<readonly BatchEvent[]> {
  const taken: BatchEvent[] = [];
  for (let event = events.current(); event && event.batch <= batch; event = events.current()) {
    taken.push(event);
    const waiting = events.next();
    if (waiting) await waiting;
  }
  return taken;
}

function streamBatches(client: ClientBase, bucket: number): Promise<RowStream<BatchRow>> {
  return streamRows(1000, async (after) => {
    const { rows } = await client.query<BatchRow>({
      name: 'stream-batches',
      text: 'select number, events, hash from batch where bucket = $1 and number > $2 order by number limit 1000',
      values: [bucket, after?.number ?? 0],
    });
    return rows;
  });
}

function streamBatchEvents(client: ClientBase, bucket: number): Promise<RowStream<BatchEvent>> {
  return streamRows(5000, async (after) => {
    const { rows } = await client.query<BatchEvent>({
      name: 'stream-batch-events',
      text: `select batch, ordinal, program_id as program, account_id as account, hash from event
             where bucket = $1 and (batch, ordinal) > ($2, $3) order by batch, ordinal limit 5000`,
      values: [bucket, after?.batch ?? 0, after?.ordinal ?? -1],
    });
    return rows;
  });
}
