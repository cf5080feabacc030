import type { Scope } from '@trofast/contract';
import type { Database } from '@trofast/db';
import { type ApiKeyRow, insertKey } from './queries.ts';
import { newSecret } from './secrets.ts';

export interface NewKey {
  /** Absent: an operator's key. */
  readonly program?: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** Stores a new key by its hash. The secret is in this answer and nowhere else. */
export async function issueKey(
  database: Database,
  key: NewKey,
): Promise<{ readonly row: ApiKeyRow; readonly secret: string }> {
  const { id, secret, hash } = newSecret();
  const row: ApiKeyRow = {
    id,
    program_id: key.program ?? null,
    name: key.name,
    scopes: key.scopes.join(' '),
    secret_hash: hash,
    created_at: Date.now(),
    revoked_at: null,
  };
  await insertKey(database, row);
  return { row, secret };
}
