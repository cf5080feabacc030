import type { ClientBase } from '@trofast/db';
import { EVENT_COLUMNS } from './event-columns.ts';
import { type RowStream, streamRows } from './row-stream.ts';
import type { EventTexts } from './stored-events.ts';

/** Where one stands in a bucket: behind this account, or before the first. */
export interface BookPosition {
  readonly program: string;
  readonly account: string;
}

export interface AccountDocument {
  readonly program_id: string;
  readonly id: string;
  readonly sequence: number;
  readonly head: Buffer;
  readonly document: string;
}

export interface BookEvent extends EventTexts {
  readonly program_id: string;
  readonly account_id: string;
  readonly hash: Buffer;
  /** Of its private row, when there still is one. */
  readonly salt: Buffer | null;
  /** Its entries as `entryLine` writes them, joined by line breaks; null when it has none. */
  readonly entries: string | null;
}

const START: BookPosition = { program: '', account: '' };

export function streamAccounts(
  client: ClientBase,
  bucket: number,
  program: string | undefined,
  from: BookPosition = START,
): Promise<RowStream<AccountDocument>> {
  return streamRows(500, async (after) => {
    const { rows } = await client.query<AccountDocument>({
      name: `stream-accounts${program === undefined ? '' : '-of-program'}`,
      text: `select program_id, id, sequence, head, document from account
             where bucket = $1 and ${program === undefined ? '(program_id, id) > ($2, $3)' : 'program_id = $2 and id > $3'}
             order by program_id, id limit 500`,
      values: [bucket, after?.program_id ?? program ?? from.program, after?.id ?? from.account],
    });
    return rows;
  });
}

/** By program, account and sequence. */
export function streamEvents(
  client: ClientBase,
  bucket: number,
  program: string | undefined,
  from: BookPosition = START,
): Promise<RowStream<BookEvent>> {
  return streamRows(1000, async (after) => {
    const { rows } = await client.query<BookEvent>({
      name: `stream-events${program === undefined ? '' : '-of-program'}`,
      text: `select e.program_id, e.account_id, e.hash, ${EVENT_COLUMNS},
               case when e.private_hash is not null then (
                 select p.salt from private_row p where p.bucket = $1 and p.program_id = e.program_id
                   and p.account_id = e.account_id and p.sequence = e.sequence) end as salt,
               (select string_agg(concat_ws(E'\\t', n.debit, n.credit, n.currency, n.amount, coalesce(n.lot, ''),
                         coalesce(n.rule, '')), E'\\n' order by n.ordinal)
                from entry n where n.bucket = $1 and n.program_id = e.program_id and n.account_id = e.account_id
                  and n.sequence = e.sequence) as entries
             from event e
             where e.bucket = $1 and ${
               program === undefined
                 ? '(e.program_id, e.account_id, e.sequence) > ($2, $3, $4)'
                 : 'e.program_id = $2 and (e.account_id, e.sequence) > ($3, $4)'
             }
             order by e.program_id, e.account_id, e.sequence limit 1000`,
      values: [
        bucket,
        after?.program_id ?? program ?? from.program,
        after?.account_id ?? from.account,
        // From a position, everything of that account has been seen.
        after?.sequence ?? Number.MAX_SAFE_INTEGER,
      ],
    });
    return rows;
  });
}

/** One entry in the order of the columns above. */
export function entryLine(entry: {
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly amount: number;
  readonly lot?: string;
  readonly rule?: string;
}): string {
  return `${entry.debit}\t${entry.credit}\t${entry.currency}\t${entry.amount}\t${entry.lot ?? ''}\t${entry.rule ?? ''}`;
}
