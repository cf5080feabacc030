import type { Database } from '@trofast/db';
import { batchStart } from './hashes.ts';

/** How many buckets the database has; a new one gets `wanted`. */
export async function readBucketCount(database: Database, wanted: number): Promise<number> {
  return await database.transaction(async (client) => {
    await client.query('lock table bucket_head in share row exclusive mode');
    const { rows } = await client.query<{ buckets: number }>('select buckets from bucket_head limit 1');
    if (rows[0]) return rows[0].buckets;
    await client.query(
      'insert into bucket_head (bucket, buckets, number, hash) select b, $1, 0, $2 from generate_series(0, $1 - 1) b',
      [wanted, batchStart],
    );
    return wanted;
  });
}
