import { bucketOfText } from '../book/buckets.ts';
import type { AccountName } from '../ledger.ts';
import type { ReadContext } from './read-account.ts';

/** The last sequence of each account that there is, in the order of `names`: one small statement for each bucket. */
export async function readSequences(
  { database, buckets }: ReadContext,
  names: readonly AccountName[],
): Promise<readonly (number | undefined)[]> {
  const byBucket = Map.groupBy(names, ({ account }) => bucketOfText(account, buckets));
  const found = new Map<string, number>();
  for (const [bucket, wanted] of byBucket) {
    const { rows } = await database.query<{ program_id: string; id: string; sequence: number }>(
      `select a.program_id, a.id, a.sequence from unnest($2::text[], $3::text[]) as wanted (program_id, id)
       join account a on a.bucket = $1 and a.program_id = wanted.program_id and a.id = wanted.id`,
      [bucket, wanted.map(({ program }) => program), wanted.map(({ account }) => account)],
    );
    for (const row of rows) found.set(`${row.program_id}/${row.id}`, row.sequence);
  }
  return names.map(({ program, account }) => found.get(`${program}/${account}`));
}
