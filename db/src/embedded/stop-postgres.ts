import { setTimeout as sleep } from 'node:timers/promises';
import { CannotOpenDatabase } from '../cannot-open-database.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

const politeSeconds = 60;
const forcedSeconds = 10;

/** Ends sessions, writes everything down and stops; if that does not happen in time, stops at once and recovers later. */
export async function stopPostgres(postmaster: ProcessIdentity) {
  signal(postmaster, 'SIGINT');
  if (await isGoneWithin(postmaster, politeSeconds)) return;
  signal(postmaster, 'SIGQUIT');
  if (await isGoneWithin(postmaster, forcedSeconds)) return;
  throw new CannotOpenDatabase(
    `PostgreSQL (process ${postmaster.pid}) does not stop. Look at what it waits for, then end it with kill -9 ${postmaster.pid}.`,
  );
}

function signal({ pid }: ProcessIdentity, name: 'SIGINT' | 'SIGQUIT') {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function isGoneWithin(postmaster: ProcessIdentity, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (isAlive(postmaster)) {
    if (performance.now() > end) return false;
    await sleep(10);
  }
  return true;
}
