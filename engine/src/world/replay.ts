import { type Account, unopened } from '../account.ts';
import type { EventKind } from '../event.ts';
import type { Recorded } from '../evidence.ts';
import { fold } from '../evolve.ts';
import type { FactName } from '../facts.ts';
import type { Programs } from '../program.ts';
import type { Instant } from '../time/zones.ts';
import { enter, openWorld, pass, type World } from './world.ts';

/** What an account's history comes to, as it was recorded or under other versions. */
export interface Replay {
  readonly account: Account;
  /** From `since` on. */
  readonly recorded: readonly Recorded[];
  /** Requests and reports that were refused. */
  readonly refused: number;
}

const BETWEEN_ACCOUNTS: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['transfer_sent', 'transfer_received', 'transfer_answered'] as const),
  ...(['referral_fulfilled', 'referral_undone', 'merged', 'absorbed'] as const),
]);

const SHARED: ReadonlySet<FactName> = new Set<FactName>(['stock_taken', 'stock_returned', 'referred']);

/** Replays an account's events from an instant on under the given versions, up to now. Other accounts answer as they did. */
export function replayAccount(
  programs: Programs,
  accountId: string,
  history: readonly Recorded[],
  since: Instant,
  now: Instant,
): Replay {
  const world = worldWith(
    programs,
    accountId,
    history.filter(({ event }) => event.at < since),
  );
  const recorded: Recorded[] = [];
  let refused = 0;
  for (const { event } of history) {
    if (event.at < since || event.kind === 'clock') continue;
    const entered = enter(world, accountId, event);
    recorded.push(...entered.recorded);
    if (entered.refusal !== undefined) refused += 1;
  }
  recorded.push(...pass(world, accountId, now));
  return { account: world.accounts.get(accountId) ?? unopened(accountId), recorded, refused };
}

/**
 * The same under the versions that decided it: what was recorded, and what has fallen due since. Where other accounts or
 * scarce things had a part in it, it is replayed, so that both sides of a comparison know equally little of them.
 */
export function recordedReplay(
  programs: Programs,
  accountId: string,
  history: readonly Recorded[],
  since: Instant,
  now: Instant,
): Replay {
  if (!history.every(isItsOwn)) return replayAccount(programs, accountId, history, since, now);
  const world = worldWith(programs, accountId, history);
  const recorded = history.filter(({ event }) => event.at >= since);
  const due = pass(world, accountId, now);
  return { account: world.accounts.get(accountId) ?? unopened(accountId), recorded: [...recorded, ...due], refused: 0 };
}

function isItsOwn({ event, facts }: Recorded): boolean {
  return !BETWEEN_ACCOUNTS.has(event.kind) && !facts.some(({ fact }) => SHARED.has(fact));
}

function worldWith(programs: Programs, accountId: string, recorded: readonly Recorded[]): World {
  const world = openWorld(programs, { isAlone: true });
  if (recorded.length > 0) {
    world.accounts.set(accountId, recorded.reduce<Account>(fold, unopened(accountId)));
    world.chains.set(accountId, [...recorded]);
  }
  return world;
}
