import type { ClientBase } from 'pg';
import { CannotOpenDatabase } from './cannot-open-database.ts';

const oldestMajorVersion = 15;

/** PostgreSQL's version as it writes it itself, once it is known to be new enough. */
export async function supportedVersion(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  );
  const row = rows[0];
  if (row === undefined) throw new CannotOpenDatabase('The database does not say its version.');
  refuseTooOld(Number(row.number), row.version);
  return row.version.split(' ')[0] ?? row.version;
}

/** `number` is server_version_num: 150018 for 15.18. */
export function refuseTooOld(number: number, version: string) {
  if (Math.floor(number / 10_000) >= oldestMajorVersion) return;
  throw new CannotOpenDatabase(
    `DATABASE_URL is PostgreSQL ${version}, and Trofast needs ${oldestMajorVersion} or newer. ` +
      'Upgrade it, or leave DATABASE_URL out: Trofast then runs a PostgreSQL of its own.',
  );
}
