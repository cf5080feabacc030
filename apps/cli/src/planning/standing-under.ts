import {
  type Account,
  balancesAt,
  type Instant,
  type Programs,
  type Recorded,
  replayAccount,
  standingsAt,
} from '@trofast/engine';

/** What an account has come to. */
export interface Standing {
  /** Available and pending points, by currency key. */
  readonly points: Readonly<Record<string, number>>;
  readonly owed: Readonly<Record<string, number>>;
  /** By ladder key. */
  readonly levels: Readonly<Record<string, string>>;
  readonly openVouchers: number;
  /** Requests and reports that were refused. */
  readonly refused: number;
}

/** What an account has come to when its events from an instant on happened under the given versions. */
export function standingUnder(
  programs: Programs,
  accountId: string,
  history: readonly Recorded[],
  since: Instant,
  now: Instant,
): Standing {
  const { account, refused } = replayAccount(programs, accountId, history, since, now);
  return standingOf(programs, account, now, refused);
}

function standingOf(programs: Programs, account: Account, now: Instant, refused: number): Standing {
  if (account.sequence === 0) return { points: {}, owed: {}, levels: {}, openVouchers: 0, refused };
  const balances = Object.entries(balancesAt(programs, account, now));
  return {
    points: Object.fromEntries(
      balances.map(([key, { available, pending, held }]) => [key, available + pending + held]),
    ),
    owed: Object.fromEntries(balances.flatMap(([key, { debt }]) => (debt === 0 ? [] : [[key, debt]]))),
    levels: Object.fromEntries(standingsAt(programs, account, now).map(({ ladder, level }) => [ladder, level])),
    openVouchers: Object.keys(account.vouchers).length,
    refused,
  };
}
