import type { Event } from '@trofast/engine';
import type { BookTotal, ProgramCounts } from '../ledger.ts';
import type { ReadContext } from './read-account.ts';

/** Sums of a program's entries; every bucket by itself, added here. */
export async function readBookTotals(
  { database, buckets }: ReadContext,
  program: string,
): Promise<readonly BookTotal[]> {
  const totals = new Map<string, BookTotal>();
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const { rows } = await database.query<BookTotal & { kind: Event['kind'] }>(
      `select e.kind, n.debit, n.credit, n.currency, sum(n.amount)::bigint as amount, count(*) as entries
       from (select program_id, account_id, sequence, currency, amount,
                    case when debit like 'voucher:%' then 'voucher' else debit end as debit,
                    case when credit like 'voucher:%' then 'voucher' else credit end as credit
             from entry where bucket = $1 and program_id = $2) n
       join event e on e.bucket = $1 and e.program_id = n.program_id and e.account_id = n.account_id
         and e.sequence = n.sequence
       group by e.kind, n.debit, n.credit, n.currency`,
      [bucket, program],
    );
    for (const row of rows) {
      const key = [row.kind, row.debit, row.credit, row.currency].join('\n');
      const before = totals.get(key);
      totals.set(key, {
        ...row,
        amount: row.amount + (before?.amount ?? 0),
        entries: row.entries + (before?.entries ?? 0),
      });
    }
  }
  return [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

export async function readCounts({ database, buckets }: ReadContext, program: string): Promise<ProgramCounts> {
  let [accounts, entries] = [0, 0];
  const eventsByKind: Record<string, number> = {};
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const { rows } = await database.query<{ accounts: number; entries: number }>(
      `select (select count(*) from account where bucket = $1 and program_id = $2) as accounts,
              (select count(*) from entry where bucket = $1 and program_id = $2) as entries`,
      [bucket, program],
    );
    accounts += rows[0]?.accounts ?? 0;
    entries += rows[0]?.entries ?? 0;
    const kinds = await database.query<{ kind: string; events: number }>(
      'select kind, count(*) as events from event where bucket = $1 and program_id = $2 group by kind',
      [bucket, program],
    );
    for (const { kind, events } of kinds.rows) eventsByKind[kind] = (eventsByKind[kind] ?? 0) + events;
  }
  return { accounts, entries, eventsByKind };
}
