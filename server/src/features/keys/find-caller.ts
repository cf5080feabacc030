import { KEY_SCOPES } from '@trofast/contract';
import type { Database } from '@trofast/db';
import type { Caller, Callers } from '../../context.ts';
import { type ApiKeyRow, selectKey } from './queries.ts';
import { idOfSecret, isSecretOf } from './secrets.ts';

// A key revoked through another server of the same database is dead here after this long.
const rememberedMilliseconds = 5_000;
const rememberedMax = 10_000;

export function callersOf(database: Database): Callers {
  const remembered = new Map<string, { readonly row: ApiKeyRow; readonly caller: Caller; readonly until: number }>();

  async function find(secret: string): Promise<Caller | undefined> {
    const id = idOfSecret(secret);
    if (id === undefined) return undefined;
    const known = remembered.get(id);
    if (known && known.until > performance.now())
      return isSecretOf(secret, known.row.secret_hash) ? known.caller : undefined;

    const row = await selectKey(database, id);
    remembered.delete(id);
    if (!row || row.revoked_at !== null || !isSecretOf(secret, row.secret_hash)) return undefined;
    const caller = callerOf(row);
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(id, { row, caller, until: performance.now() + rememberedMilliseconds });
    return caller;
  }

  return { find, forget: (keyId) => remembered.delete(keyId) };
}

function callerOf(row: ApiKeyRow): Caller {
  return {
    kind: 'key',
    actor: `key:${row.id}`,
    name: row.name,
    scopes: new Set(scopesOf(row)),
    ...(row.program_id === null ? {} : { program: row.program_id }),
  };
}

export function scopesOf({ scopes }: Pick<ApiKeyRow, 'scopes'>): readonly (typeof KEY_SCOPES)[number][] {
  const names = scopes.split(' ');
  return KEY_SCOPES.filter((scope) => names.includes(scope));
}
