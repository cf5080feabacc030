import { refuse } from '@trofast/engine';
import { bigintArray, textArray } from '../batches/binary-arrays.ts';
import { bucketOfText, ownerName } from '../book/buckets.ts';
import { receiptHash } from '../claims/claims.ts';
import type { ReadContext } from '../reads/read-account.ts';
import { secretOf } from '../reads/read-events.ts';
import { findOwner } from '../reads/read-owners.ts';
import type { Answer, RecordRequest } from '../requests.ts';
import type {
  ClaimReceipt,
  Receipt,
  ReceiptCount,
  ReceiptOwner,
  ReceiptsStore,
  StoredReceipt,
} from './receipts-store.ts';

/** `record` must refuse when another account has the receipt. */
export function openReceiptsStore(
  context: ReadContext,
  record: (request: RecordRequest) => Promise<Answer>,
): ReceiptsStore {
  return {
    add: (program, receipts) => addReceipts(context, program, receipts),
    get: (program, store, number) => readReceipt(context, program, store, number),
    owner: (program, store, number) => readOwner(context, program, store, number),
    claim: (request) => claimReceipt(context, record, request),
    counts: (program) => countReceipts(context, program),
  };
}

function bucketOfReceipt({ buckets }: ReadContext, program: string, store: string, number: string): number {
  return bucketOfText(ownerName(program, 'receipt', store, number), buckets);
}

async function addReceipts(context: ReadContext, program: string, receipts: readonly Receipt[]): Promise<number> {
  const byBucket = Map.groupBy(receipts, ({ store, number }) => bucketOfReceipt(context, program, store, number));
  let added = 0;
  for (const [bucket, rows] of byBucket) {
    const { rowCount } = await context.database.query(
      `insert into receipt (bucket, program_id, store, number, occurred_at, claimable, sort, origin, body)
       select $1, $2, k.* from unnest($3::text[], $4::text[], $5::bigint[], $6::boolean[], $7::text[], $8::text[], $9::text[]) as k
       on conflict do nothing`,
      [
        bucket,
        program,
        textArray(rows.map(({ store }) => store)),
        textArray(rows.map(({ number }) => number)),
        bigintArray(rows.map(({ occurredAt }) => occurredAt)),
        rows.map(({ claimable }) => claimable),
        textArray(rows.map(({ sort }) => sort)),
        textArray(rows.map(({ zone, till, channel }) => JSON.stringify({ zone, till, channel }))),
        textArray(rows.map(({ purchase }) => JSON.stringify(purchase))),
      ],
    );
    added += rowCount ?? 0;
  }
  return added;
}

async function readReceipt(
  context: ReadContext,
  program: string,
  store: string,
  number: string,
): Promise<StoredReceipt | undefined> {
  const { rows } = await context.database.query<{
    occurred_at: number;
    claimable: boolean;
    sort: string;
    origin: string;
    body: string;
  }>(
    `select occurred_at, claimable, sort, origin, body from receipt
     where bucket = $1 and program_id = $2 and store = $3 and number = $4`,
    [bucketOfReceipt(context, program, store, number), program, store, number],
  );
  const row = rows[0];
  if (!row) return undefined;
  const hash = receiptHash(await secretOf(context, program), store, number);
  const owner = await findOwner(context, program, 'receipt', hash);
  return {
    store,
    number,
    occurredAt: row.occurred_at,
    claimable: row.claimable,
    sort: row.sort,
    ...JSON.parse(row.origin),
    purchase: JSON.parse(row.body),
    ...(owner && { claimedBy: owner.account_id }),
  };
}

async function readOwner(
  context: ReadContext,
  program: string,
  store: string,
  number: string,
): Promise<ReceiptOwner | undefined> {
  const hash = receiptHash(await secretOf(context, program), store, number);
  const owner = await findOwner(context, program, 'receipt', hash);
  return owner && { account: owner.account_id, event: owner.subject };
}

async function claimReceipt(
  context: ReadContext,
  record: (request: RecordRequest) => Promise<Answer>,
  request: ClaimReceipt,
): Promise<Answer> {
  const { program, store, number, account } = request;
  const receipt = await readReceipt(context, program, store, number);
  if (!receipt?.claimable) {
    return { accountId: account, refusal: refuse('unknown_purchase', { receipt: number }), replayed: false };
  }
  const { occurredAt, purchase, zone, till, channel } = receipt;
  return await record({
    program,
    account,
    kind: 'purchase',
    key: `receipt ${JSON.stringify([store, number])}`,
    occurredAt,
    ...(request.at !== undefined && { at: request.at }),
    ...(request.member !== undefined && { member: request.member }),
    ...(store !== '' && { store }),
    ...(zone !== undefined && { zone }),
    ...(till !== undefined && { till }),
    ...(channel !== undefined && { channel }),
    body: { ...purchase, receipt: number },
  });
}

async function countReceipts({ database, buckets }: ReadContext, program: string): Promise<readonly ReceiptCount[]> {
  const counts = new Map<string, ReceiptCount>();
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const { rows } = await database.query<{ sort: string; claimable: boolean; receipts: number }>(
      `select sort, claimable, count(*) as receipts from receipt
       where bucket = $1 and program_id = $2 group by sort, claimable`,
      [bucket, program],
    );
    for (const row of rows) {
      const key = `${row.sort}\n${row.claimable}`;
      counts.set(key, { ...row, receipts: row.receipts + (counts.get(key)?.receipts ?? 0) });
    }
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
