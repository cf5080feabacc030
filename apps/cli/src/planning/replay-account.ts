import {
  type Account,
  balancesAt,
  enter,
  fold,
  type Instant,
  openWorld,
  type Programs,
  pass,
  type Recorded,
  standingsAt,
  unopened,
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

/** Replays an account's events from an instant on under the given versions, up to now. */
export function replayAccount(
  programs: Programs,
  accountId: string,
  history: readonly Recorded[],
  since: Instant,
  now: Instant,
): Standing {
  const before = history.filter(({ event }) => event.at < since);
  const replayed = history.filter(({ event }) => event.at >= since && event.kind !== 'clock');
  const world = openWorld(programs);
  if (before.length > 0) {
    world.accounts.set(accountId, before.reduce<Account>(fold, unopened(accountId)));
    world.chains.set(accountId, [...before]);
  }
  let refused = 0;
  for (const { event } of replayed) {
    if (enter(world, accountId, event).refusal !== undefined) refused += 1;
  }
  pass(world, accountId, now);
  return standingOf(programs, world.accounts.get(accountId) ?? unopened(accountId), now, refused);
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
