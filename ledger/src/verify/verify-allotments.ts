import type { ClientBase } from '@trofast/db';
import type { Fault } from './report.ts';

/** What is taken of an allotment is the sum of its takes. */
export async function verifyAllotments(
  client: ClientBase,
  bucket: number,
  note: (fault: Fault) => void,
): Promise<void> {
  const { rows } = await client.query<{ program_id: string; name: string; taken: number; takes: number }>(
    `select a.program_id, a.name, a.taken,
            (select coalesce(sum(t.amount), 0)::bigint from allotment_take t
             where t.bucket = a.bucket and t.program_id = a.program_id and t.kind = a.kind and t.name = a.name) as takes
     from allotment a where a.bucket = $1`,
    [bucket],
  );
  for (const { program_id: program, name, taken, takes } of rows) {
    if (taken !== takes)
      note({ bucket, program, what: `stock of ${name}: ${taken} are taken, its takes add up to ${takes}` });
  }
}

/** What is in transit is what the outbox still has to deliver. */
export async function verifyTransit(client: ClientBase, bucket: number, note: (fault: Fault) => void): Promise<void> {
  const { rows } = await client.query<{ program_id: string; currency: string; transit: number; waiting: number }>(
    `with moved as (
       select program_id, currency,
              sum(case when credit = 'transit' then amount else -amount end)::bigint as transit, 0::bigint as waiting
       from entry where bucket = $1 and 'transit' in (debit, credit) group by program_id, currency
       union all
       select program_id, currency, 0, sum(amount)::bigint
       from outbox where bucket = $1 and amount is not null and answered_at is null group by program_id, currency
     )
     select program_id, currency, sum(transit)::bigint as transit, sum(waiting)::bigint as waiting
     from moved group by program_id, currency`,
    [bucket],
  );
  for (const { program_id: program, currency, transit, waiting } of rows) {
    if (transit !== waiting) {
      note({ bucket, program, what: `${currency} in transit: ${transit} in the book, ${waiting} in the outbox` });
    }
  }
}
