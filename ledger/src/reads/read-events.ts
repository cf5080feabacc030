import { codesOf } from '../batches/post-outcome.ts';
import { bucketOfText } from '../book/buckets.ts';
import { EVENT_COLUMNS, KEPT_COLUMNS } from '../book/event-columns.ts';
import { accountOfEvent } from '../book/identifiers.ts';
import { saidPart } from '../book/private-bodies.ts';
import { type EventTexts, recordedOf } from '../book/stored-events.ts';
import type { Page, PageOf, StoredEntry, StoredEvent } from '../ledger.ts';
import type { PersonalValues } from '../requests.ts';
import type { ReadContext } from './read-account.ts';

export interface EventRow extends EventTexts {
  readonly account_id: string;
}

export function storedEvent(secret: Buffer, row: EventRow): StoredEvent {
  const recorded = recordedOf(row);
  const codes = codesOf(secret, row.account_id, recorded.facts);
  return { ...recorded, account: row.account_id, recordedAt: row.recordedAt, ...(codes && { codes }) };
}

/** Newest first. */
export async function readStatement(
  context: ReadContext,
  program: string,
  account: string,
  page: Page,
): Promise<PageOf<StoredEvent>> {
  const [before = Number.MAX_SAFE_INTEGER] = numbersIn(page.cursor);
  const { rows } = await context.database.query<EventRow>(
    `select e.account_id, ${EVENT_COLUMNS} from event e
     where e.bucket = $1 and e.program_id = $2 and e.account_id = $3 and e.sequence < $4
     order by e.sequence desc limit $5`,
    [bucketOfText(account, context.buckets), program, account, before, page.limit + 1],
  );
  return await pageOf(context, program, rows, page, (last) => String(last.sequence));
}

export async function readEvent(context: ReadContext, program: string, id: string): Promise<StoredEvent | undefined> {
  const { rows } = await context.database.query<EventRow>(
    `select e.account_id, ${EVENT_COLUMNS} from event e
     where e.bucket = $1 and e.program_id || '' = $2 and e.id = $3`,
    [bucketOfText(accountOfEvent(id), context.buckets), program, id],
  );
  const row = rows[0];
  return row && storedEvent(await secretOf(context, program), row);
}

export async function readEntries(
  context: ReadContext,
  program: string,
  account: string,
  page: Page,
): Promise<PageOf<StoredEntry>> {
  const [sequence = 0, ordinal = 0] = numbersIn(page.cursor);
  const { rows } = await context.database.query<{
    sequence: number;
    ordinal: number;
    debit: string;
    credit: string;
    currency: string;
    amount: number;
    lot: string | null;
    rule: string | null;
  }>(
    `select sequence, ordinal, debit, credit, currency, amount, lot, rule from entry
     where bucket = $1 and program_id = $2 and account_id = $3 and (sequence, ordinal) > ($4, $5)
     order by sequence, ordinal limit $6`,
    [bucketOfText(account, context.buckets), program, account, sequence, ordinal, page.limit + 1],
  );
  const entries = rows.slice(0, page.limit).map(({ lot, rule, ...entry }) => ({
    ...entry,
    ...(lot !== null && { lot }),
    ...(rule !== null && { rule }),
  }));
  const last = entries.at(-1);
  return {
    rows: entries,
    ...(rows.length > page.limit && last && { next: `${last.sequence}.${last.ordinal}` }),
  };
}

interface FeedRow extends EventRow {
  readonly batch: number;
  readonly ordinal: number;
}

/** Without what is personal. In the order of commits, bucket by bucket; the cursor names the place in each bucket, so nothing is ever missed. */
export async function readFeed(context: ReadContext, program: string, page: Page): Promise<PageOf<StoredEvent>> {
  const places = placesOf(page.cursor, context.buckets);
  const found: FeedRow[] = [];
  for (let bucket = 0; bucket < context.buckets && found.length < page.limit; bucket += 1) {
    const [batch, ordinal] = places[bucket] ?? [0, -1];
    const { rows } = await context.database.query<FeedRow>(
      `select e.batch, e.ordinal, e.account_id, ${KEPT_COLUMNS} from event e
       where e.bucket = $1 and (e.batch, e.ordinal) > ($2, $3) and e.program_id = $4
       order by e.batch, e.ordinal limit $5`,
      [bucket, batch, ordinal, program, page.limit - found.length],
    );
    const last = rows.at(-1);
    if (last) places[bucket] = [last.batch, last.ordinal];
    found.push(...rows);
  }
  const secret = await secretOf(context, program);
  return {
    rows: found.map((row) => storedEvent(secret, row)),
    next: places.map(([batch, ordinal]) => `${batch}.${ordinal}`).join('_'),
  };
}

/** The whole numbers of a cursor; one that is damaged begins anew. */
function numbersIn(place = ''): readonly number[] {
  const numbers = place.split('.').map((text) => (text === '' ? Number.NaN : Number(text)));
  return numbers.every(Number.isSafeInteger) ? numbers : [];
}

function placesOf(cursor: string | undefined, buckets: number): [number, number][] {
  const given = cursor?.split('_').map(numbersIn) ?? [];
  // After a rebucket the places mean nothing any more: the feed begins anew.
  const isCurrent = given.length === buckets;
  return Array.from({ length: buckets }, (_, bucket) => {
    const [batch, ordinal] = (isCurrent ? given[bucket] : undefined) ?? [];
    return [batch ?? 0, ordinal ?? -1];
  });
}

export async function readPrivate(
  { database, buckets }: ReadContext,
  program: string,
  event: string,
): Promise<PersonalValues | undefined> {
  const { rows } = await database.query<{ body: string }>(
    `select p.body from event e
     join private_row p on p.bucket = $1 and p.program_id = e.program_id and p.account_id = e.account_id
       and p.sequence = e.sequence
     where e.bucket = $1 and e.program_id || '' = $2 and e.id = $3`,
    [bucketOfText(accountOfEvent(event), buckets), program, event],
  );
  return rows[0] && saidPart(rows[0].body);
}

async function pageOf(
  context: ReadContext,
  program: string,
  rows: readonly EventRow[],
  { limit }: Page,
  cursor: (last: EventRow) => string,
): Promise<PageOf<StoredEvent>> {
  const secret = await secretOf(context, program);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => storedEvent(secret, row)),
    ...(rows.length > limit && last && { next: cursor(last) }),
  };
}

export async function secretOf({ known }: ReadContext, program: string): Promise<Buffer> {
  const found = await known.find(program);
  if (!found) throw new Error(`There is no program ${program}`);
  return found.secret;
}
