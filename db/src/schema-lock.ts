import type { ClientBase } from 'pg';

/** One server at a time: runs `work` in a transaction that locks the table of migrations. */
export async function withSchemaLock<Result>(owner: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await owner.query('begin');
  try {
    await owner.query('lock table public.schema_migration in exclusive mode');
    const result = await work();
    await owner.query('commit');
    return result;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** Every server may try to create it; one of two at the same instant is told that it exists. */
export async function ensureMigrationTable(owner: ClientBase) {
  const { rows } = await owner.query<{ exists: boolean }>(
    "select to_regclass('public.schema_migration') is not null as exists",
  );
  if (rows[0]?.exists) return;
  await owner
    .query(
      `create table if not exists public.schema_migration (
         number integer primary key,
         name text not null,
         checksum text not null,
         applied_at timestamptz not null
       )`,
    )
    .catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && ['23505', '42P07'].includes(String(error.code)))) throw error;
    });
}
