import { randomBytes } from 'node:crypto';
import type { Database } from '@trofast/db';

/** A secret of this installation, made at the first start; all servers of one database have the same. */
export async function serverSecret(database: Database, name: string): Promise<Buffer> {
  await database.query('insert into server_secret (name, value) values ($1, $2) on conflict (name) do nothing', [
    name,
    randomBytes(32),
  ]);
  const { rows } = await database.query<{ value: Buffer }>('select value from server_secret where name = $1', [name]);
  const [row] = rows;
  if (!row) throw new Error(`The server's secret ${name} cannot be read`);
  return row.value;
}
