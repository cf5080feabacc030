import type { Database } from '@trofast/db';

export async function countHistories(database: Database, program: string): Promise<number> {
  const { rows } = await database.query<{ accounts: number }>(
    'select count(*) as accounts from account where program_id = $1',
    [program],
  );
  return rows[0]?.accounts ?? 0;
}

/** When the first event was recorded; 0 before there is one. */
export async function firstEventAt(database: Database, program: string): Promise<number> {
  const { rows } = await database.query<{ first: number | null }>(
    'select min(at) as first from event where program_id = $1',
    [program],
  );
  return rows[0]?.first ?? 0;
}

export interface NameRow {
  readonly account_id: string;
  readonly member_id: string;
  readonly person: string;
}

/** The longest-standing member of each account. */
export async function selectNames(
  database: Database,
  program: string,
  accounts: readonly string[],
): Promise<readonly NameRow[]> {
  const { rows } = await database.query<NameRow>(
    `select distinct on (account_id) account_id, member_id, person from member_summary
     where program_id = $1 and account_id = any($2) order by account_id, since, member_id`,
    [program, accounts],
  );
  return rows;
}
