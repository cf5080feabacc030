import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotOpenDatabase } from '../cannot-open-database.ts';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts';

export interface OwnerLock {
  release(): void;
}

/** One process owns a data folder. The lock of a process that is gone counts for nothing. */
export function lockDataDir(dataDir: string): OwnerLock {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'trofast.lock');
  const mine = identityOf(process.pid) ?? { pid: process.pid, start: '' };
  const content = JSON.stringify(mine);

  while (!createExclusively(path, content)) {
    const found = readLock(path);
    if (found === undefined) continue;
    const owner = parseOwner(found);
    if (owner && isAlive(owner)) throw refusal(dataDir, owner.pid);
    setAside(path, found);
  }
  return {
    release: () => {
      if (readLock(path) === content) rmSync(path, { force: true });
    },
  };
}

function refusal(dataDir: string, pid: number): CannotOpenDatabase {
  const owner = pid === process.pid ? `this process (${pid})` : `another Trofast, process ${pid}`;
  return new CannotOpenDatabase(
    `The data folder ${dataDir} is open in ${owner}. ` +
      `Stop that one first (kill ${pid}), or choose another folder with --data DIR.`,
  );
}

/** A link appears whole or not at all, so nobody reads a lock that is half written. */
function createExclusively(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, content, { mode: 0o644 });
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(String(codeOf(error)))) throw error;
    throw new CannotOpenDatabase(
      `${dirname(path)} cannot be written by this user. Start Trofast as the user that owns it, or choose another folder with --data DIR.`,
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead owner's lock. If another process replaced it meanwhile, what was moved is theirs and goes back. */
function setAside(path: string, dead: string) {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (readLock(aside) !== dead) linkSync(aside, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseOwner(content: string): ProcessIdentity | undefined {
  try {
    const { pid, start }: Partial<ProcessIdentity> = JSON.parse(content);
    return pid === undefined || start === undefined ? undefined : { pid, start };
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
