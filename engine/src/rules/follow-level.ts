import { windowStart } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import type { FactOf } from '../facts.ts';
import { counterOf } from '../ladders/qualify.ts';
import { indexOfLevel } from '../ladders/standing.ts';
import type { Ladder, Rule } from '../program.ts';
import { nameOfKey, ownerOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { follow, givenBy, loseCrossing } from './crossings.ts';

/** Rules on a level: one that is reached gives, one that a return takes away takes back what it gave. */
export function followLevel(draft: Draft, { ladder: key, from, to, reason }: FactOf<'level_changed'>): void {
  const ladder = draft.program.ladders.get(nameOfKey(key));
  if (!ladder) return;
  const rules = draft.program.rules.filter(({ on }) => on.kind === 'level' && on.ladder === ladder.id);
  const reached = indexOfLevel(ladder, to);
  if (reached > (from === undefined ? 0 : indexOfLevel(ladder, from))) reach(draft, ladder, key, rules, to);
  else if (reason === 'returned') lose(draft, ladder, key, rules, reached);
}

function reach(draft: Draft, ladder: Ladder, key: string, rules: readonly Rule[], to: string): void {
  const open = rules.filter(
    (rule) => rule.on.kind === 'level' && rule.on.levels.has(to) && !wasGone(draft, ladder, key, rule, to),
  );
  const marked = draft.facts.length;
  const held = follow(draft, 'level', (rule) => open.includes(rule));
  // Only a ladder that returns lower ever takes back what its levels gave.
  if (ladder.returns !== 'lower') return;
  for (const rule of open.filter(({ id }) => held.includes(id))) {
    const crossing = { at: indexOfLevel(ladder, to), day: draft.today, ...givenBy(draft, rule, marked) };
    post(draft, { fact: 'crossing_reached', v: 1, rule: keyOf(rule, key), crossing });
  }
}

/** Reached before in the same window, taken away by a return, and something it gave was used: it gives nothing again. */
function wasGone(draft: Draft, ladder: Ladder, key: string, rule: Rule, to: string): boolean {
  const start = startOf(draft, ladder);
  return (draft.account.crossings[keyOf(rule, key)] ?? []).some(
    ({ at, day, vouchers, points }) =>
      at === indexOfLevel(ladder, to) && day >= start && vouchers.length + points.length === 0,
  );
}

function lose(draft: Draft, ladder: Ladder, key: string, rules: readonly Rule[], left: number): void {
  const start = startOf(draft, ladder);
  for (const rule of rules) {
    const ruleKey = keyOf(rule, key);
    for (const crossing of (draft.account.crossings[ruleKey] ?? []).toReversed()) {
      if (crossing.at > left && crossing.day >= start) loseCrossing(draft, rule, ruleKey, crossing);
    }
  }
}

/** The first day of the window that the ladder looks at. */
function startOf({ account, program, today }: Draft, ladder: Ladder): Day {
  const counter = counterOf(program, ladder);
  return counter === undefined ? today : windowStart(counter.window, today, account.since);
}

function keyOf({ id }: Rule, ladderKey: string): string {
  return `${id}${ownerOfKey(ladderKey)}`;
}
