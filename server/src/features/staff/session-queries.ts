import type { Database } from '@trofast/db';

export interface SessionRow {
  readonly id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly expires_at: Date;
  readonly user_agent: string | null;
}

/** Those that still count, the one used last first. */
export async function selectSessions(database: Database, staff: string, now: Date): Promise<readonly SessionRow[]> {
  const { rows } = await database.query<SessionRow>(
    `select id, created_at, updated_at, expires_at, user_agent from staff_session
      where user_id = $1 and expires_at > $2 order by updated_at desc, id`,
    [staff, now],
  );
  return rows;
}

export async function deleteSession(database: Database, staff: string, id: string): Promise<boolean> {
  const { rowCount } = await database.query('delete from staff_session where user_id = $1 and id = $2', [staff, id]);
  return rowCount === 1;
}
