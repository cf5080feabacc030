import type { Database } from '@trofast/db';
import { answerOf, type FactOf, receiptOf, transferKey } from '@trofast/engine';
import type { Answer, RecordRequest } from '../requests.ts';

export interface DeliverContext {
  readonly database: Database;
  readonly buckets: number;
  /** Through the batch writer, like every other event. */
  readonly record: (request: RecordRequest) => Promise<Answer>;
}

interface Waiting {
  readonly program_id: string;
  readonly account_id: string;
  readonly body: string;
}

/**
 * Brings points that were sent to their accounts, in order for each sender, and the answers back. What is told twice,
 * because a server stopped in between, has the key of the first time: it happens once.
 */
export async function deliverTransfers(
  context: DeliverContext,
  { program, limit }: { readonly program?: string; readonly limit: number },
): Promise<number> {
  let delivered = 0;
  for (let bucket = 0; bucket < context.buckets; bucket += 1) {
    const waiting = await findWaiting(context.database, bucket, program, limit);
    const bySender = Map.groupBy(waiting, (row) => `${row.program_id}\n${row.account_id}`);
    await Promise.all([...bySender.values()].map((rows) => deliverInOrder(context, rows)));
    delivered += waiting.length;
  }
  return delivered;
}

async function deliverInOrder({ record }: DeliverContext, rows: readonly Waiting[]): Promise<void> {
  for (const { program_id: program, account_id: sender, body } of rows) {
    const sent: FactOf<'points_sent'> = JSON.parse(body);
    const key = transferKey(sender, sent.transfer);
    const member = sent.toMember === undefined ? {} : { member: sent.toMember };
    const receipt = { program, account: sent.to, kind: 'transfer_received', key, ...member } as const;
    const { refusal } = await record({ ...receipt, body: receiptOf(sender, sent) });
    const answer = answerOf(sent.transfer, refusal?.refused);
    const settled = await record({ program, account: sender, kind: 'transfer_answered', key, body: answer });
    // Another server may have settled it a moment ago, with the same answer.
    if (settled.refusal && settled.refusal.refused !== 'unknown_transfer') {
      throw new Error(`The answer to transfer ${key} was refused: ${settled.refusal.refused}`);
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
    `select program_id, account_id, body from outbox
     where bucket = $1 and amount is not null and answered_at is null and ($2::text is null or program_id = $2)
     order by program_id, account_id, sequence, ordinal limit $3`,
    [bucket, program ?? null, limit],
  );
  return rows;
}
