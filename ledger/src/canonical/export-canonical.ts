import { createHash } from 'node:crypto';
import type { ClientBase } from '@trofast/db';
import { entriesOf, upgraded } from '@trofast/engine';
import { type AccountDocument, type BookEvent, streamAccounts, streamEvents } from '../book/book-streams.ts';
import type { RowStream } from '../book/row-stream.ts';
import { withSnapshot } from '../book/snapshot.ts';
import { sortedJson } from '../book/sorted-json.ts';
import { recordedOf } from '../book/stored-events.ts';
import type { ReadContext } from '../reads/read-account.ts';
import { type SweepContext, sweepAccounts } from '../sweep/sweep-accounts.ts';
import type { CanonicalExport } from './canonical-export.ts';
import { accountWithoutHashes, eventWithoutHashes, factWithoutHashes } from './without-hashes.ts';

type Write = (lines: string) => void | Promise<void>;

const CHUNK = 64 * 1024;

/**
 * The whole book as NDJSON in the order of program, account and sequence: the same whenever and however it came about,
 * so it names nothing that depends on that (times of recording, salts, codes, hashes, batches, wake-ups, buckets).
 */
export async function exportCanonical(
  context: ReadContext & SweepContext,
  program: string | undefined,
  write: Write,
): Promise<CanonicalExport> {
  const only = program === undefined ? {} : { program };
  let isFinished = false;
  while (!isFinished) {
    ({ finished: isFinished } = await sweepAccounts(context, { ...only, limit: 1000, waitForLocks: true }));
  }

  const hash = createHash('sha256');
  let [lines, chunk] = [0, ''];
  const flush = async () => {
    hash.update(chunk);
    await write(chunk);
    chunk = '';
  };
  await withSnapshot(context.connections, async (client) => {
    for await (const line of canonicalLines(client, context.buckets, program)) {
      chunk += `${line}\n`;
      lines += 1;
      if (chunk.length > CHUNK) await flush();
    }
    if (chunk !== '') await flush();
  });
  return { lines, sha256: hash.digest('hex') };
}

interface BucketStreams {
  readonly accounts: RowStream<AccountDocument>;
  readonly events: RowStream<BookEvent>;
}

async function* canonicalLines(client: ClientBase, buckets: number, program: string | undefined) {
  const streams: BucketStreams[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    streams.push({
      accounts: await streamAccounts(client, bucket, program),
      events: await streamEvents(client, bucket, program),
    });
  }
  for (let first = firstOf(streams); first; first = firstOf(streams)) {
    const { stream, row } = first;
    for (let event = stream.events.current(); event && isOf(event, row); event = stream.events.current()) {
      yield* eventLines(event);
      await stream.events.next();
    }
    yield sortedJson({ account: accountWithoutHashes(upgraded(JSON.parse(row.document))), program: row.program_id });
    await stream.accounts.next();
  }
}

/** The bucket whose next account comes first. */
function firstOf(streams: readonly BucketStreams[]): { stream: BucketStreams; row: AccountDocument } | undefined {
  let first: { stream: BucketStreams; row: AccountDocument } | undefined;
  for (const stream of streams) {
    const row = stream.accounts.current();
    if (row && (first === undefined || isBefore(row, first.row))) first = { stream, row };
  }
  return first;
}

function isBefore(a: AccountDocument, b: AccountDocument): boolean {
  return a.program_id === b.program_id ? a.id < b.id : a.program_id < b.program_id;
}

function isOf(event: BookEvent, { program_id, id }: AccountDocument): boolean {
  return event.account_id === id && event.program_id === program_id;
}

function* eventLines(row: BookEvent) {
  const recorded = recordedOf(row);
  const { event, sequence, version, reading, rules, balances } = recorded;
  const place = { program: row.program_id, of: row.account_id, sequence };
  yield sortedJson({ ...place, event: eventWithoutHashes(event), version, reading, rules, balances });
  for (const fact of recorded.facts) yield sortedJson({ ...place, fact: factWithoutHashes(fact) });
  for (const entry of entriesOf(recorded)) yield sortedJson({ ...place, entry });
}
