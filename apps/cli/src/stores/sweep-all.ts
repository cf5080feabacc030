import type { Ledger } from '@trofast/ledger';

const SWEPT_AT_ONCE = 5000;

/** Lets every account whose time has come live through it; answers how many there were. */
export async function sweepAll(ledger: Ledger, program: string): Promise<number> {
  let accounts = 0;
  for (;;) {
    const swept = await ledger.sweep({ program, limit: SWEPT_AT_ONCE });
    accounts += swept.accounts;
    if (swept.finished) return accounts;
  }
}
