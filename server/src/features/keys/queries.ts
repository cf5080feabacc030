import type { Database } from '@trofast/db';

export interface ApiKeyRow {
  readonly id: string;
  readonly program_id: string | null;
  readonly name: string;
  /** Separated by spaces. */
  readonly scopes: string;
  readonly secret_hash: Buffer;
  readonly created_at: number;
  readonly revoked_at: number | null;
}

const columns = 'id, program_id, name, scopes, secret_hash, created_at, revoked_at';

export async function insertKey(database: Database, row: ApiKeyRow) {
  await database.query(`insert into api_key (${columns}) values ($1, $2, $3, $4, $5, $6, $7)`, [
    row.id,
    row.program_id,
    row.name,
    row.scopes,
    row.secret_hash,
    row.created_at,
    row.revoked_at,
  ]);
}

export async function selectKey(database: Database, id: string): Promise<ApiKeyRow | undefined> {
  const { rows } = await database.query<ApiKeyRow>(`select ${columns} from api_key where id = $1`, [id]);
  return rows[0];
}

/** `program` null: the operator's. Oldest first. */
export async function selectKeys(database: Database, program: string | null): Promise<readonly ApiKeyRow[]> {
  const { rows } = await database.query<ApiKeyRow>(
    `select ${columns} from api_key where program_id is not distinct from $1 order by created_at, id`,
    [program],
  );
  return rows;
}

/** Answers whether there was such a key, revoked by now. */
export async function markKeyRevoked(
  database: Database,
  program: string | null,
  id: string,
  at: number,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update api_key set revoked_at = coalesce(revoked_at, $3)
      where id = $1 and program_id is not distinct from $2`,
    [id, program, at],
  );
  return rowCount === 1;
}
