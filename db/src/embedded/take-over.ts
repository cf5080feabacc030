import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { livingPostmaster, readPostmasterFile } from './postmaster-file.ts';
import { stopPostgres } from './stop-postgres.ts';

/** Stops the PostgreSQL that a killed Trofast left running, and removes the socket folder of a killed PostgreSQL. */
export async function takeOver(folder: string, log: (line: string) => void) {
  const left = readPostmasterFile(folder);
  if (left === undefined) return;

  const orphan = livingPostmaster(folder);
  if (orphan) {
    log(`Stopping PostgreSQL (process ${orphan.pid}) that an earlier Trofast left running …`);
    await stopPostgres(orphan);
  }
  if (basename(left.socketFolder).startsWith('trofast-')) rmSync(left.socketFolder, { recursive: true, force: true });
}
