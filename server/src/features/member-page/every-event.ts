import type { StoredEvent } from '@trofast/ledger';
import type { Context } from '../../context.ts';

const pageSize = 500;

/** All events of an account, newest first. */
export async function everyEvent(
  { ledger, program }: Pick<Context, 'ledger' | 'program'>,
  account: string,
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await ledger.statement(program, account, { limit: pageSize, ...(cursor ? { cursor } : {}) });
    events.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return events;
}
