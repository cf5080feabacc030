import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotOpenDatabase } from '../cannot-open-database.ts';
import { isReachable } from './reachable.ts';
import type { SystemUser } from './run-as.ts';

const candidates = ['/var/lib/trofast', '/var/tmp/trofast'];

/**
 * A folder that root owns and PostgreSQL's user can enter, for what cannot lie where Trofast lies.
 * One that somebody else owns is not used: they could have put other binaries there.
 */
export async function systemFolder(user: SystemUser, name: string): Promise<string> {
  for (const folder of candidates) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o755 });
      const { uid, mode } = await stat(folder);
      if (uid === 0 && (mode & 0o022) === 0 && (await isReachable(folder, user))) return join(folder, name);
    } catch (error) {
      if (!isFileError(error)) throw error;
    }
  }
  throw new CannotOpenDatabase(
    `PostgreSQL runs as user ${user.uid} and can enter neither the folder of Trofast nor ${candidates.join(' or ')}. ` +
      'Move Trofast to a folder that everyone may enter, start it as an ordinary user, or set DATABASE_URL.',
  );
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
