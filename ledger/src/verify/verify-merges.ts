import { entriesOf, type Fact, nameOfKey } from '@trofast/engine';
import { withSnapshot } from '../book/snapshot.ts';
import type { ReadContext } from '../reads/read-account.ts';
import type { Fault } from './report.ts';

/** What merged accounts took out of the book has come in elsewhere, or still waits in the outbox. */
export async function verifyMerges({ connections, buckets }: ReadContext, note: (fault: Fault) => void): Promise<void> {
  const sums = new Map<string, number>();
  const add = (program: string, currency: string, amount: number) => {
    const key = `${program}\n${nameOfKey(currency)}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  };
  await withSnapshot(connections, async (client) => {
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const moved = await client.query<{ program_id: string; currency: string; amount: number }>(
        `select program_id, currency, sum(case credit when 'merged' then amount else -amount end)::bigint as amount
         from entry where bucket = $1 and 'merged' in (debit, credit) group by program_id, currency`,
        [bucket],
      );
      for (const { program_id, currency, amount } of moved.rows) add(program_id, currency, amount);
      const waiting = await client.query<{ program_id: string; body: string }>(
        `select program_id, body from outbox where bucket = $1 and kind = 'merge' and answered_at is null`,
        [bucket],
      );
      for (const { program_id, body } of waiting.rows) {
        const fact: Fact = JSON.parse(body);
        for (const { credit, currency, amount } of entriesOf({ facts: [fact] })) {
          add(program_id, currency, credit === 'merged' ? -amount : amount);
        }
      }
    }
  });
  for (const [key, amount] of sums) {
    const [program = '', currency = ''] = key.split('\n');
    if (amount !== 0) note({ bucket: 0, program, what: `${currency} of merged accounts: ${amount} have not come in` });
  }
}
