/** One change of a level. */
export interface LevelMove {
  readonly account: string;
  /** In order of time. */
  readonly from: string | undefined;
  readonly to: string;
}

export interface LevelMovement {
  readonly up: number;
  readonly down: number;
  readonly same: number;
}

/**
 * Who ended a period above, below or on the level on which they began it. `levels` goes from lowest to highest; a level
 * that the program no longer knows counts as the lowest. `accounts` is how many there were at its end.
 */
export function levelMovement(moves: readonly LevelMove[], levels: readonly string[], accounts: number): LevelMovement {
  const spans = new Map<string, { first: number; last: number }>();
  const rank = (level: string | undefined) => Math.max(0, level === undefined ? 0 : levels.indexOf(level));
  for (const { account, from, to } of moves) {
    const span = spans.get(account) ?? { first: rank(from), last: 0 };
    span.last = rank(to);
    spans.set(account, span);
  }
  const all = [...spans.values()];
  const up = all.filter(({ first, last }) => last > first).length;
  const down = all.filter(({ first, last }) => last < first).length;
  return { up, down, same: Math.max(0, accounts - up - down) };
}
