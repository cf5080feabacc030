import type { Database } from '@trofast/db';

export interface TillRow {
  readonly program_id: string;
  readonly id: string;
  readonly name: string;
  readonly store: string;
  readonly zone: string | null;
  readonly offline_limit: number;
  readonly code_expires_at: number | null;
  readonly token_hash: Buffer | null;
  readonly created_at: number;
  readonly paired_at: number | null;
  readonly last_seen_at: number | null;
}

const columns =
  'program_id, id, name, store, zone, offline_limit, code_expires_at, token_hash, created_at, paired_at, last_seen_at';

export async function insertTill(
  database: Database,
  row: Pick<TillRow, 'program_id' | 'id' | 'name' | 'store' | 'zone' | 'offline_limit' | 'created_at'>,
) {
  await database.query(
    `insert into till (program_id, id, name, store, zone, offline_limit, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.program_id, row.id, row.name, row.store, row.zone, row.offline_limit, row.created_at],
  );
}

/** Oldest first. */
export async function selectTills(database: Database, program: string): Promise<readonly TillRow[]> {
  const { rows } = await database.query<TillRow>(
    `select ${columns} from till where program_id = $1 order by created_at, id`,
    [program],
  );
  return rows;
}

export async function selectTill(database: Database, program: string, id: string): Promise<TillRow | undefined> {
  const { rows } = await database.query<TillRow>(`select ${columns} from till where program_id = $1 and id = $2`, [
    program,
    id,
  ]);
  return rows[0];
}

/** What is null stays as it is. */
export async function updateTill(
  database: Database,
  program: string,
  id: string,
  change: Readonly<Partial<Pick<TillRow, 'name' | 'store' | 'zone' | 'offline_limit'>>>,
): Promise<TillRow | undefined> {
  const { rows } = await database.query<TillRow>(
    `update till set name = coalesce($3, name), store = coalesce($4, store), zone = coalesce($5, zone),
       offline_limit = coalesce($6, offline_limit)
     where program_id = $1 and id = $2 returning ${columns}`,
    [program, id, change.name ?? null, change.store ?? null, change.zone ?? null, change.offline_limit ?? null],
  );
  return rows[0];
}

/** A new code takes the till from the device that had it. */
export async function setCode(
  database: Database,
  program: string,
  id: string,
  code: { readonly hash: Buffer; readonly expiresAt: number },
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update till set code_hash = $3, code_expires_at = $4, token_hash = null, unpaired_at = null
     where program_id = $1 and id = $2`,
    [program, id, code.hash, code.expiresAt],
  );
  return rowCount === 1;
}

/** The till of a code that still counts: it is this device's from now on, and the code is used up. */
export async function takeCode(
  database: Database,
  codeHash: Buffer,
  tokenHash: Buffer,
  at: number,
): Promise<TillRow | undefined> {
  const { rows } = await database.query<TillRow>(
    `update till set code_hash = null, code_expires_at = null, token_hash = $2, paired_at = $3, last_seen_at = $3,
       unpaired_at = null
     where code_hash = $1 and code_expires_at > $3 returning ${columns}`,
    [codeHash, tokenHash, at],
  );
  return rows[0];
}

/** Neither a device nor a code has it any more; answers whether there is such a till. */
export async function clearPairing(database: Database, program: string, id: string, at: number): Promise<boolean> {
  const { rowCount } = await database.query(
    `update till set code_hash = null, code_expires_at = null, token_hash = null, unpaired_at = $3
     where program_id = $1 and id = $2`,
    [program, id, at],
  );
  return rowCount === 1;
}

export async function noteSeen(database: Database, program: string, id: string, at: number) {
  await database.query('update till set last_seen_at = $3 where program_id = $1 and id = $2', [program, id, at]);
}
