import type { Account } from '@trofast/engine';
import { accountKey } from './jobs.ts';

/**
 * Accounts as the last batches left them. An account follows from its chain, so one whose row still has the same head
 * need not be sent and parsed again; the row is locked and its head read all the same.
 */
export interface AccountCache {
  find(key: string): CachedAccount | undefined;
  /** Only what is committed. */
  keep(states: Iterable<CachedState>): void;
}

export interface CachedAccount {
  readonly head: Buffer;
  readonly account: Account;
}

interface CachedState extends CachedAccount {
  readonly program: string;
  readonly id: string;
}

const KEPT_MOST = 10_000;

export function openAccountCache(most = KEPT_MOST): AccountCache {
  /** In the order of their last use. */
  const kept = new Map<string, CachedAccount>();
  return {
    find: (key) => kept.get(key),
    keep(states) {
      for (const { program, id, head, account } of states) {
        const key = accountKey({ program, account: id });
        kept.delete(key);
        kept.set(key, { head, account });
      }
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
  };
}
