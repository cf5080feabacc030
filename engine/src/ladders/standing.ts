import type { Account } from '../account.ts';
import { assert } from '../assert.ts';
import type { Ladder, Level } from '../program.ts';
import { nameOfKey, ownerOfKey } from '../scopes.ts';
import type { Instant } from '../time/zones.ts';

/** The key of a ladder for the owner of another scoped key (a currency of a member looks at that member's level). */
function ladderKey(ladder: Ladder, key: string): string {
  return ladder.per === 'account' ? ladder.id : `${ladder.id}${ownerOfKey(key)}`;
}

/** Level held now; the lowest before anything was reached. */
export function levelHeld(account: Account, ladder: Ladder, key: string = ladder.id): string {
  const standing = account.ladders[ladderKey(ladder, key)];
  return standing && indexOfLevel(ladder, standing.level) >= 0 ? standing.level : lowest(ladder).id;
}

/** Level held at an instant: what a late event sees. */
export function levelHeldAt(account: Account, ladder: Ladder, key: string, at: Instant): string {
  const standing = account.ladders[key];
  if (!standing) return lowest(ladder).id;
  const held = standing.history.findLast((entry) => entry.from <= at);
  return held && indexOfLevel(ladder, held.level) >= 0 ? held.level : lowest(ladder).id;
}

export function indexOfLevel(ladder: Ladder, id: string): number {
  return ladder.levels.findIndex((level) => level.id === id);
}

function lowest(ladder: Ladder): Level {
  const level = ladder.levels[0];
  assert(level, 'a ladder has a level');
  return level;
}

export function levelAt(ladder: Ladder, index: number): Level {
  const level = ladder.levels[index];
  assert(level, `${nameOfKey(ladder.id)} has a level ${index}`);
  return level;
}
