import type { Database } from '@trofast/db';
import type { Instant } from '@trofast/engine';

const DAY = 86_400_000;

/** Answers to refused requests are kept for a day. */
export async function forgetRefusals(database: Database, buckets: number, now: Instant): Promise<void> {
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    await database.query('delete from refused_request where bucket = $1 and refused_at < $2', [bucket, now - DAY]);
  }
}
