import { createHmac } from 'node:crypto';
import type { Database } from '@trofast/db';
import type { Attempts } from '../../services.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Counts tries in windows of fixed length, in the database, so that several servers count together. */
export function attemptsOf(database: Database, secret: Buffer): Attempts {
  const hashOf = (name: string) => createHmac('sha256', secret).update(name).digest('base64url');
  return {
    take: async (name, { tries, minutes }) => {
      const length = minutes * 60_000;
      const now = Date.now();
      const window = now - (now % length);
      const taken = await countTry(database, hashOf(name), window);
      if (taken === 1) await forgetOld(database, now - dayMilliseconds);
      return taken <= tries;
    },
    takeOnce: async (name, until) => (await countTry(database, hashOf(name), until)) === 1,
  };
}

async function countTry(database: Database, name: string, window: number): Promise<number> {
  const { rows } = await database.query<{ tries: number }>(
    `insert into attempt (name, window_from, tries) values ($1, $2, 1)
     on conflict (name, window_from) do update set tries = attempt.tries + 1
     returning tries`,
    [name, window],
  );
  return rows[0]?.tries ?? 1;
}

async function forgetOld(database: Database, before: number) {
  await database.query('delete from attempt where window_from < $1', [before]);
}
