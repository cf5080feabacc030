import { type Account, unopened } from '../account.ts';
import type { Recorded } from '../evidence.ts';
import { fold } from '../evolve.ts';
import type { Programs } from '../program.ts';
import type { Instant } from '../time/zones.ts';
import { enter, openWorld, pass } from './world.ts';

/** What an account's history comes to under other versions. */
export interface Replay {
  readonly account: Account;
  /** From `since` on. */
  readonly recorded: readonly Recorded[];
  /** Requests and reports that were refused. */
  readonly refused: number;
}

/** Replays an account's events from an instant on under the given versions, up to now. Other accounts answer as they did. */
export function replayAccount(
  programs: Programs,
  accountId: string,
  history: readonly Recorded[],
  since: Instant,
  now: Instant,
): Replay {
  const before = history.filter(({ event }) => event.at < since);
  const world = openWorld(programs, { isAlone: true });
  if (before.length > 0) {
    world.accounts.set(accountId, before.reduce<Account>(fold, unopened(accountId)));
    world.chains.set(accountId, [...before]);
  }
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
