import type { Database } from '@trofast/db';
import type { Instant } from '@trofast/engine';
import type { Ledger } from './ledger.ts';

export interface LedgerOptions {
  readonly database: Database;
  /** How many buckets a new database gets; one that has data keeps its own (see `rebucket`). 1 when absent. */
  readonly buckets?: number;
  /** The real time; `Date.now` when absent. */
  readonly clock?: () => Instant;
  readonly log?: (line: string) => void;
}

export async function openLedger(_options: LedgerOptions): Promise<Ledger> {
  throw new Error('being written');
}
