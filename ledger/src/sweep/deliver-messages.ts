import type { Database } from '@trofast/db';
import { type Fact, type Instant, messageOf } from '@trofast/engine';
import type { Answer, RecordRequest } from '../requests.ts';

export interface DeliverContext {
  readonly database: Database;
  readonly buckets: number;
  readonly clock: () => Instant;
  /** Through the batch writer, like every other event. */
  readonly record: (request: RecordRequest) => Promise<Answer>;
}

interface Waiting {
  readonly program_id: string;
  readonly account_id: string;
  readonly sequence: number;
  readonly ordinal: number;
  readonly body: string;
}

/**
 * Brings what one account tells another, in order for each sender, and the answers back. What is told twice, because a
 * server stopped in between, has the key of the first time: it happens once.
 */
export async function deliverMessages(
  context: DeliverContext,
  { program, limit }: { readonly program?: string; readonly limit: number },
): Promise<number> {
  let delivered = 0;
  for (let bucket = 0; bucket < context.buckets; bucket += 1) {
    const waiting = await findWaiting(context.database, bucket, program, limit);
    const bySender = Map.groupBy(waiting, (row) => `${row.program_id}\n${row.account_id}`);
    await Promise.all([...bySender.values()].map((rows) => deliverInOrder(context, bucket, rows)));
    delivered += waiting.length;
  }
  return delivered;
}

async function deliverInOrder(context: DeliverContext, bucket: number, rows: readonly Waiting[]): Promise<void> {
  const { record } = context;
  for (const row of rows) {
    const { program_id: program, account_id: sender, body } = row;
    const message = messageOf(sender, JSON.parse(body) as Fact);
    if (message === undefined) throw new Error(`The outbox of ${sender} holds what is no message`);
    const { receiver, told, answer } = message;
    const { refusal } = await record({ program, account: receiver, ...told } as RecordRequest);
    if (answer === undefined) {
      await noteTold(context, bucket, row);
      continue;
    }
    const settled = await record({ program, account: sender, ...answer(refusal?.refused) } as RecordRequest);
    // Another server may have settled it a moment ago, with the same answer.
    if (settled.refusal && settled.refusal.refused !== 'unknown_transfer') {
      throw new Error(`The answer to ${told.kind} ${told.key} was refused: ${settled.refusal.refused}`);
    }
  }
}

async function findWaiting(
  database: Database,
  bucket: number,
  program: string | undefined,
  limit: number,
): Promise<readonly Waiting[]> {
  const { rows } = await database.query<Waiting>(
    `select program_id, account_id, sequence, ordinal, body from outbox
     where bucket = $1 and receiver_account_id is not null and answered_at is null
       and ($2::text is null or program_id = $2)
     order by program_id, account_id, sequence, ordinal limit $3`,
    [bucket, program ?? null, limit],
  );
  return rows;
}

/** Of messages that no event of the sender answers. */
async function noteTold({ database, clock }: DeliverContext, bucket: number, row: Waiting): Promise<void> {
  await database.query(
    `update outbox set answered_at = $6
     where bucket = $1 and program_id = $2 and account_id = $3 and sequence = $4 and ordinal = $5`,
    [bucket, row.program_id, row.account_id, row.sequence, row.ordinal, clock()],
  );
}
