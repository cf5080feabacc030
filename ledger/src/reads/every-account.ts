import { type Account, upgraded } from '@trofast/engine';
import { type BookEvent, streamAccounts, streamEvents } from '../book/book-streams.ts';
import type { StoredEvent } from '../ledger.ts';
import { clockOf } from '../programs/known-programs.ts';
import { advanceInMemory, type ReadContext } from './read-account.ts';
import { secretOf, storedEvent } from './read-events.ts';

/** Bucket by bucket, within one by id; advanced in memory to the program's clock. */
export async function* everyAccount(context: ReadContext, program: string): AsyncGenerator<Account> {
  const known = await context.known.find(program);
  if (!known) return;
  const clock = clockOf(known, context.clock());
  const client = await context.connections.takeAlive();
  try {
    for (let bucket = 0; bucket < context.buckets; bucket += 1) {
      const accounts = await streamAccounts(client, bucket, program);
      for (let row = accounts.current(); row; row = accounts.current()) {
        const account = upgraded(JSON.parse(row.document));
        yield await advanceInMemory(context, known, account, Math.max(clock, account.time));
        await accounts.next();
      }
    }
  } finally {
    context.connections.giveBack(client);
  }
}

export async function* everyHistory(
  context: ReadContext,
  program: string,
): AsyncGenerator<{ readonly account: string; readonly events: readonly StoredEvent[] }> {
  const secret = await secretOf(context, program);
  const client = await context.connections.takeAlive();
  try {
    for (let bucket = 0; bucket < context.buckets; bucket += 1) {
      const stream = await streamEvents(client, bucket, program);
      let events: BookEvent[] = [];
      for (let row = stream.current(); row; row = stream.current()) {
        if (events[0] && events[0].account_id !== row.account_id) {
          yield historyOf(secret, events);
          events = [];
        }
        events.push(row);
        await stream.next();
      }
      if (events.length > 0) yield historyOf(secret, events);
    }
  } finally {
    context.connections.giveBack(client);
  }
}

function historyOf(secret: Buffer, rows: readonly BookEvent[]) {
  return { account: rows[0]?.account_id ?? '', events: rows.map((row) => storedEvent(secret, row)) };
}
