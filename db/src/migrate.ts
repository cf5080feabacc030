import type { ClientBase } from 'pg';
import { CannotOpenDatabase } from './cannot-open-database.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { withSchemaLock } from './schema-lock.ts';

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings the schema up to the last file of the folder, each migration in a transaction of its own.
 * Servers that start at once wait for each other at the lock, and find the work done. The roles exist already.
 */
export async function migrate(owner: ClientBase, folder: string, log: (line: string) => void) {
  const migrations = await readMigrations(folder);
  while (refuseOrFindPending(migrations, await readApplied(owner))) {
    const applied = await withSchemaLock(owner, () => applyNext(owner, migrations));
    if (applied) log(`Migrated the database: ${fileOf(applied)}`);
  }
}

async function readApplied(owner: ClientBase): Promise<readonly AppliedMigration[]> {
  const { rows } = await owner.query<AppliedMigration>(
    'select number, name, checksum from public.schema_migration order by number',
  );
  return rows;
}

/** What is pending is read again under the lock: another server may have applied it meanwhile. */
async function applyNext(owner: ClientBase, migrations: readonly Migration[]): Promise<Migration | undefined> {
  const next = refuseOrFindPending(migrations, await readApplied(owner));
  if (next === undefined) return undefined;
  await owner.query(next.sql).catch((error: Error) => {
    throw new CannotOpenDatabase(`Migration ${fileOf(next)} failed, and nothing of it was kept: ${error.message}`);
  });
  await owner.query(
    'insert into public.schema_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)',
    [next.number, next.name, next.checksum, new Date()],
  );
  return next;
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
