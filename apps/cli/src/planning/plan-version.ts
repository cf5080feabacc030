import { isDeepStrictEqual } from 'node:util';
import type { Instant, Program, Programs } from '@trofast/engine';
import type { Ledger } from '@trofast/ledger';
import { type Standing, standingUnder } from './standing-under.ts';

/** One account that the new version would have treated otherwise. */
export interface Change {
  readonly account: string;
  readonly before: Standing;
  readonly after: Standing;
}

export interface Plan {
  readonly since: Instant;
  readonly now: Instant;
  readonly accounts: number;
  readonly changes: readonly Change[];
}

/** Replays every account from `since` on under the versions there are and under the new one, and keeps what differs. */
export async function planVersion(
  ledger: Ledger,
  programs: Programs,
  program: Program,
  since: Instant,
  now: Instant,
  onProgress: (accounts: number) => void,
): Promise<Plan> {
  const earlier = programs.versions.filter(({ from }) => from < since);
  const number = (programs.versions.at(-1)?.number ?? 0) + 1;
  // As if it had started when the replay does; what started since then had not.
  const changed: Programs = { id: programs.id, versions: [...earlier, { number, from: since, program }] };
  const changes: Change[] = [];
  let accounts = 0;
  for await (const { account, events } of ledger.histories(programs.id)) {
    accounts += 1;
    const before = standingUnder(programs, account, events, since, now);
    const after = standingUnder(changed, account, events, since, now);
    if (!isDeepStrictEqual(before, after)) changes.push({ account, before, after });
    onProgress(accounts);
  }
  return { since, now, accounts, changes };
}
