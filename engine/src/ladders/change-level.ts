import { type Draft, post } from '../draft.ts';
import type { LevelReason } from '../facts.ts';
import { expiryDay, holdsLevel } from '../points/dates.ts';
import type { Ladder, LevelTest } from '../program.ts';
import { nameOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { keptFromOn, keptUntil } from './qualify.ts';
import { levelAt, levelHeld } from './standing.ts';

export interface LevelChange {
  readonly ladder: Ladder;
  readonly key: string;
  readonly to: number;
  readonly reason: LevelReason;
  /** The day from which keeping is counted: of reaching, or of the review. */
  readonly day: Day;
}

export function changeLevel(draft: Draft, { ladder, key, to, reason, day }: LevelChange): void {
  const from = levelHeld(draft.account, ladder, key);
  const level = levelAt(ladder, to);
  const until = to === 0 ? undefined : keptUntil(ladder, draft.account, day);
  const keptFrom = to === 0 ? undefined : keptFromOn(draft.program, draft.account, ladder, key, day);
  const suspendedBefore = suspended(draft, ladder);
  post(draft, {
    fact: 'level_changed',
    v: 1,
    ladder: key,
    from,
    to: level.id,
    at: draft.event.at,
    ...(until !== undefined && { until }),
    ...(keptFrom && { keptFrom }),
    reason,
  });
  for (const [currency, before] of suspendedBefore) redateAfter(draft, currency, before, ladder);
}

/** Currencies whose expiry a level of this ladder suspends, and whether it does now. */
function suspended(draft: Draft, ladder: Ladder): readonly (readonly [string, boolean])[] {
  const keys = new Set(draft.account.lots.map((lot) => lot.currency));
  return [...keys].flatMap((key) => {
    const test = suspension(draft, key);
    if (test?.ladder !== ladder.id) return [];
    return [[key, holdsLevel(draft.program, draft.account, test, key)] as const];
  });
}

function suspension(draft: Draft, key: string): LevelTest | undefined {
  const expires = draft.program.currencies.get(nameOfKey(key))?.expires;
  return expires?.kind === 'after' ? expires.unless : undefined;
}

/** Lots lose their dates while the level suspends expiry, and are dated from today when it no longer does. */
function redateAfter(draft: Draft, key: string, before: boolean, ladder: Ladder): void {
  const test = suspension(draft, key);
  const currency = draft.program.currencies.get(nameOfKey(key));
  if (!test || !currency) return;
  const now = holdsLevel(draft.program, draft.account, test, key);
  if (now === before) return;
  const lots = draft.account.lots
    .filter((lot) => lot.currency === key)
    .map((lot) => {
      const until = now ? undefined : expiryDay(draft.program, draft.account, currency, key, draft.today);
      return { lot: lot.id, ...(until !== undefined && { until }) };
    });
  if (lots.length > 0) post(draft, { fact: 'lots_redated', v: 1, currency: key, lots, reason: ladder.id });
}
