import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotOpenDatabase } from '../cannot-open-database.ts';

/** The owner's password of an embedded database, in a file that only its user can read. */
export async function ownerPassword(dataDir: string, isInitialised: boolean): Promise<string> {
  const path = join(dataDir, 'postgres-password');
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  if (isInitialised) {
    throw new CannotOpenDatabase(
      `${path} is missing, and without it the database in ${dataDir} cannot be opened. Restore that file from a backup.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${path}.new`, `${password}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  return password;
}
