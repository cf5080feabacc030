import type { Database } from '@trofast/db';

export async function selectSettings(database: Database, program: string): Promise<string | undefined> {
  const { rows } = await database.query<{ body: string }>('select body from program_setting where program_id = $1', [
    program,
  ]);
  return rows[0]?.body;
}

export async function upsertSettings(database: Database, program: string, body: string) {
  await database.query(
    `insert into program_setting (program_id, body) values ($1, $2)
     on conflict (program_id) do update set body = excluded.body`,
    [program, body],
  );
}

export interface StoreRow {
  readonly id: string;
  readonly name: string;
  readonly market: string;
  readonly zone: string;
}

export async function selectStores(database: Database, program: string): Promise<readonly StoreRow[]> {
  const { rows } = await database.query<StoreRow>(
    'select id, name, market, zone from store where program_id = $1 order by name, id',
    [program],
  );
  return rows;
}

export async function upsertStore(database: Database, program: string, { id, name, market, zone }: StoreRow) {
  await database.query(
    `insert into store (program_id, id, name, market, zone) values ($1, $2, $3, $4, $5)
     on conflict (program_id, id) do update set name = excluded.name, market = excluded.market, zone = excluded.zone`,
    [program, id, name, market, zone],
  );
}

export async function deleteStore(database: Database, program: string, id: string): Promise<boolean> {
  const { rowCount } = await database.query('delete from store where program_id = $1 and id = $2', [program, id]);
  return rowCount === 1;
}
