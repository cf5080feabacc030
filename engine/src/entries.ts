import type { Recorded } from './evidence.ts';

/**
 * One movement in the book, always positive. Accounts of the book that belong to a loyalty account: `points` (its lots),
 * `held`, `debt`, `voucher:ID` (remaining money value). Those of the program: `issued`, `redeemed`, `converted`,
 * `expired`, `taken_back`, `corrected`, `vouchers`, `vouchers_used`, `vouchers_expired`, `vouchers_cancelled`, `transit`.
 */
export interface Entry {
  /** From 0 within the event. */
  readonly ordinal: number;
  readonly debit: string;
  readonly credit: string;
  /** Currency key for points; ISO 4217 code for voucher values. */
  readonly currency: string;
  readonly amount: number;
  readonly lot?: string;
  readonly rule?: string;
}

/** The entries that a recorded event makes; a pure function of its facts. */
export function entriesOf(_recorded: Pick<Recorded, 'facts'>): readonly Entry[] {
  throw new Error('being written');
}

/**
 * What the book must say of an account: sum of credits less debits per book account and currency, for its own book
 * accounts (`points`, `held`, `debt` as a positive number owed, `voucher:ID`). `verify` compares it with the entries.
 */
export function holdingsOf(_account: import('./account.ts').Account): Readonly<Record<string, number>> {
  throw new Error('being written');
}
