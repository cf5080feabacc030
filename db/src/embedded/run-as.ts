import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { CannotOpenDatabase } from '../cannot-open-database.ts';

/** The user PostgreSQL runs as when Trofast runs as root, which PostgreSQL refuses to. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const candidates = ['trofast', 'postgres', 'nobody', 'daemon'];

/**
 * Undefined for an ordinary user: PostgreSQL then runs as that user.
 * As root, the owner of an existing data folder goes before the candidates, so that the answer stays the same.
 */
export async function userForPostgres(existingData: string | undefined): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;

  const owner = existingData === undefined ? undefined : await stat(existingData).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of candidates) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new CannotOpenDatabase(
    'PostgreSQL does not run as root, and this machine has no ordinary user to run it as. ' +
      `Create one of ${candidates.join(', ')}, start Trofast as an ordinary user, or set DATABASE_URL.`,
  );
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}
