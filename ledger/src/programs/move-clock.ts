import type { Database } from '@trofast/db';
import type { Instant } from '@trofast/engine';

/** Moves a sandbox clock forward, never back; answers where it stands. */
export async function moveClock(database: Database, program: string, to: Instant): Promise<Instant> {
  const { rows } = await database.query<{ sandbox_time: Instant }>(
    `update program set sandbox_time = greatest(sandbox_time, $2)
     where id = $1 and clock = 'sandbox' returning sandbox_time`,
    [program, to],
  );
  if (!rows[0]) throw new Error(`${program} is no sandbox program: its clock is the real time`);
  return rows[0].sandbox_time;
}

export async function readClock(database: Database, program: string, now: Instant): Promise<Instant> {
  const { rows } = await database.query<{ sandbox_time: Instant | null }>(
    'select sandbox_time from program where id = $1',
    [program],
  );
  if (!rows[0]) throw new Error(`There is no program ${program}`);
  return rows[0].sandbox_time ?? now;
}
