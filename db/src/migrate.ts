import type { ClientBase } from 'pg';
import { applicationRole } from './application-role.ts';
import { CannotOpenDatabase } from './cannot-open-database.ts';
import { type Migration, readMigrations } from './migration-files.ts';

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings the schema up to the last file of the folder, each migration in a transaction of its own.
 * Servers that start at once wait for each other at the lock, and find the work done.
 */
export async function migrate(owner: ClientBase, folder: string, log: (line: string) => void) {
  const migrations = await readMigrations(folder);
  await createTable(owner);
  for (;;) {
    const pending = refuseOrFindPending(migrations, await readApplied(owner));
    if (pending === undefined) return;
    await applyNext(owner, migrations, log);
  }
}

/** Every process may try to create it; one of two at the same instant is told that it exists. */
async function createTable(owner: ClientBase) {
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
  await owner.query(`grant select on public.schema_migration to ${applicationRole}`);
}

async function readApplied(owner: ClientBase): Promise<readonly AppliedMigration[]> {
  const { rows } = await owner.query<AppliedMigration>(
    'select number, name, checksum from public.schema_migration order by number',
  );
  return rows;
}

async function applyNext(owner: ClientBase, migrations: readonly Migration[], log: (line: string) => void) {
  await owner.query('begin');
  try {
    await owner.query('lock table public.schema_migration in exclusive mode');
    const next = refuseOrFindPending(migrations, await readApplied(owner));
    if (next) {
      await owner.query(next.sql).catch((error: Error) => {
        throw new CannotOpenDatabase(`Migration ${fileOf(next)} failed, and nothing of it was kept: ${error.message}`);
      });
      await owner.query(
        'insert into public.schema_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)',
        [next.number, next.name, next.checksum, new Date()],
      );
    }
    await owner.query('commit');
    if (next) log(`Migrated the database: ${fileOf(next)}`);
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

function refuseOrFindPending(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration | undefined {
  for (const row of applied) {
    const file = migrations[row.number - 1];
    if (file === undefined) throw newerSchema(applied.at(-1) ?? row, migrations.length);
    if (file.checksum !== row.checksum) throw changedFile(file, row);
  }
  return migrations[applied.length];
}

function newerSchema(last: AppliedMigration, known: number): CannotOpenDatabase {
  return new CannotOpenDatabase(
    `This database belongs to a newer Trofast: its schema is at ${fileOf(last)}, and this version knows ${known}. ` +
      'Start that version or a newer one; to go back, restore a backup from before the upgrade.',
  );
}

function changedFile(file: Migration, row: AppliedMigration): CannotOpenDatabase {
  return new CannotOpenDatabase(
    `Migration ${fileOf(file)} is not the one that was applied to this database (${fileOf(row)}). ` +
      'Applied migrations never change: bring the file back as it was, and write a new one for what is new.',
  );
}

function fileOf({ number, name }: { number: number; name: string }): string {
  return `${String(number).padStart(4, '0')}_${name}.sql`;
}
