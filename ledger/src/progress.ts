import type { Database } from '@trofast/db';
import type { Instant } from '@trofast/engine';

/** Where a resumable piece of work stands; `undefined` before it has begun. */
export async function readProgress(database: Database, name: string): Promise<unknown> {
  const { rows } = await database.query<{ value: string }>('select value from progress where name = $1', [name]);
  return rows[0] && JSON.parse(rows[0].value);
}

export async function saveProgress(database: Database, name: string, value: unknown, now: Instant): Promise<void> {
  await database.query(
    `insert into progress (name, value, saved_at) values ($1, $2, $3)
     on conflict (name) do update set value = excluded.value, saved_at = excluded.saved_at`,
    [name, JSON.stringify(value), now],
  );
}
