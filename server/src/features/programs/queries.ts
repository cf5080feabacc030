import type { Database } from '@trofast/db';

export interface WalkRow {
  readonly number: number;
  readonly accounts: number;
  readonly finished: boolean;
}

/** One row for each bucket that has begun. */
export async function selectWalks(database: Database, program: string): Promise<readonly WalkRow[]> {
  const { rows } = await database.query<WalkRow>(
    'select number, accounts, finished from version_walk where program_id = $1 order by number, bucket',
    [program],
  );
  return rows;
}

export async function countAccounts(database: Database, program: string): Promise<number> {
  const { rows } = await database.query<{ accounts: number }>(
    'select count(*) as accounts from account where program_id = $1',
    [program],
  );
  return rows[0]?.accounts ?? 0;
}
