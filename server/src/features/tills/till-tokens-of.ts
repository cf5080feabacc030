import { TILL_SCOPES } from '@trofast/contract';
import type { Database } from '@trofast/db';
import type { Caller } from '../../caller.ts';
import type { TillTokens } from '../../services.ts';
import { noteSeen, selectTill, type TillRow } from './queries.ts';
import { isSecretOf, readToken } from './till-tokens.ts';

// A till unpaired through another server of the same database is dead here after this long.
const rememberedMilliseconds = 5_000;
const rememberedMax = 10_000;
/** A till's last sign of life is noted no oftener than this. */
const seenEveryMilliseconds = 60_000;

export function tillTokensOf(database: Database): TillTokens {
  const remembered = new Map<string, { readonly row: TillRow; readonly until: number }>();

  async function find(token: string): Promise<Caller | undefined> {
    const read = readToken(token);
    if (!read) return undefined;
    const name = nameOf(read.program, read.id);
    const known = remembered.get(name);
    const isFresh = known !== undefined && known.until > performance.now();
    const row = isFresh ? known.row : await selectTill(database, read.program, read.id);
    if (!row || !isSecretOf(read.secret, row.token_hash)) return undefined;
    if (!isFresh) {
      if (remembered.size >= rememberedMax) remembered.clear();
      remembered.set(name, { row, until: performance.now() + rememberedMilliseconds });
      await noteLife(row);
    }
    return callerOf(row);
  }

  async function noteLife(row: TillRow) {
    const now = Date.now();
    if (now - (row.last_seen_at ?? 0) > seenEveryMilliseconds) await noteSeen(database, row.program_id, row.id, now);
  }

  return { find, forget: (program, till) => void remembered.delete(nameOf(program, till)) };
}

function nameOf(program: string, till: string): string {
  return `${program}.${till}`;
}

function callerOf(row: TillRow): Caller {
  const { id, store, zone } = row;
  return {
    kind: 'till',
    actor: `till:${id}`,
    name: row.name,
    program: row.program_id,
    scopes: TILL_SCOPES,
    till: { id, store, ...(zone === null ? {} : { zone }) },
  };
}
