import { EVENT_COLUMNS } from '../book/event-columns.ts';
import { type RowStream, streamRows } from '../book/row-stream.ts';
import type { EventTexts } from '../book/stored-events.ts';
import type { ReplayableHistory } from '../ledger.ts';
import type { ReadContext } from './read-account.ts';

interface Row extends EventTexts {
  readonly account_id: string;
}

/** Where it is all decided again, nothing asks what was read at the time. */
const WITHOUT_READINGS = `e.id, e.kind, e.occurred_at as "occurredAt", e.at, e.recorded_at as "recordedAt", e.sequence,
  e.version, e.about, e.origin, null as "privateHash", e.body, e.facts, '{}' as reading, '[]' as rules,
  '{}' as balances,
  case when e.private_hash is not null then (
    select p.body from private_row p where p.bucket = e.bucket and p.program_id = e.program_id
      and p.account_id = e.account_id and p.sequence = e.sequence) end as "privateBody"`;

/** Every account's history, account by account. */
export async function* replayableHistories(
  { buckets, connections }: ReadContext,
  program: string,
  { withReadings }: { readonly withReadings: boolean },
): AsyncGenerator<ReplayableHistory> {
  const client = await connections.takeAlive();
  const columns = withReadings ? EVENT_COLUMNS : WITHOUT_READINGS;
  try {
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const stream = await streamRows<Row>(1000, async (after) => {
        const { rows } = await client.query<Row>({
          name: `replayable-${withReadings}`,
          text: `select e.account_id, ${columns} from event e
                 where e.bucket = $1 and e.program_id = $2 and (e.account_id, e.sequence) > ($3, $4)
                 order by e.account_id, e.sequence limit 1000`,
          values: [bucket, program, after?.account_id ?? '', after?.sequence ?? 0],
        });
        return rows;
      });
      yield* byAccount(stream);
    }
  } finally {
    connections.giveBack(client);
  }
}

async function* byAccount(stream: RowStream<Row>): AsyncGenerator<ReplayableHistory> {
  let events: Row[] = [];
  for (let row = stream.current(); row; row = stream.current()) {
    if (events[0] && events[0].account_id !== row.account_id) {
      yield { account: events[0].account_id, events };
      events = [];
    }
    events.push(row);
    await stream.next();
  }
  if (events[0]) yield { account: events[0].account_id, events };
}
