import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotOpenDatabase } from './cannot-open-database.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly sql: string;
}

/** The migrations of a folder in order: NNNN_name.sql from 0001, without gaps. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await filesIn(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  const migrations: Migration[] = [];
  for (const file of files) {
    const [, digits, name] = /^(\d{4})_([a-z0-9_]+)[.]sql$/.exec(file) ?? [];
    const number = Number(digits);
    if (name === undefined || number !== migrations.length + 1) {
      const expected = String(migrations.length + 1).padStart(4, '0');
      throw new CannotOpenDatabase(`${join(folder, file)} is not the next migration: expected ${expected}_name.sql.`);
    }
    const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
    migrations.push({ number, name, checksum: createHash('sha256').update(sql).digest('hex'), sql });
  }
  return migrations;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
