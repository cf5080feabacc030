import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, type ProcessIdentity } from './process-identity.ts';

/** What a running, or killed, PostgreSQL says of itself in its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string;
  readonly isReady: boolean;
}

export function readPostmasterFile(folder: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
    return { pid, socketFolder: lines[4] ?? '', isReady: lines[7]?.startsWith('ready') === true };
  } catch {
    return undefined;
  }
}

/** The process that runs this data folder, if it still lives. PostgreSQL works inside its data folder. */
export function livingPostmaster(folder: string): ProcessIdentity | undefined {
  const file = readPostmasterFile(folder);
  if (file === undefined) return undefined;
  if (process.platform === 'linux' && workingFolder(file.pid) !== realpathSync(folder)) return undefined;
  return identityOf(file.pid);
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
