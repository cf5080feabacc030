import type { Crossing } from '../account.ts';
import { assert } from '../assert.ts';
import { counterSum, windowEnd, windowStart } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import type { FactOf } from '../facts.ts';
import { evaluateLadders } from '../ladders/evaluate.ts';
import type { Counter, Rule, Trigger } from '../program.ts';
import { nameOfKey, ownerOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { follow, givenBy, loseCrossing } from './crossings.ts';
import { followLevel } from './follow-level.ts';

const ROUNDS_MOST = 8;
/** One event crosses no more numbers of one rule than this; the next event goes on, so that no amount can stall. */
const CROSSINGS_MOST = 1000;

/** Rules that follow from what has just happened: a level reached, a counter that crossed a number, or fell back below it. */
export function followUp(draft: Draft): void {
  let seen = 0;
  for (let round = 0; round < ROUNDS_MOST; round += 1) {
    const before = draft.facts.length;
    const fresh = draft.facts.slice(seen);
    seen = before;
    for (const fact of fresh) if (fact.fact === 'level_changed') followLevel(draft, fact);
    const counted = Map.groupBy(
      fresh.flatMap((fact) => (fact.fact === 'counter_changed' ? [fact] : [])),
      ({ counter }) => counter,
    );
    for (const [key, changes] of counted) cross(draft, key, changes);
    if (draft.facts.length === before) return;
    evaluateLadders(draft);
  }
  assert(draft.facts.length === seen, 'follow-ups come to an end; the document was checked for cycles');
}

/** Compares a counter with the numbers that rules wait for: new crossings give, lost ones take back, newest first. */
function cross(draft: Draft, key: string, changes: readonly FactOf<'counter_changed'>[]): void {
  const counter = draft.program.counters.get(nameOfKey(key));
  if (!counter) return;
  for (const rule of draft.program.rules) {
    if (rule.on.kind !== 'counter' || rule.on.counter !== counter.id) continue;
    for (const { amount, day } of changes) if (amount < 0) loseCrossings(draft, rule, counter, key, day);
    crossRule(draft, rule, rule.on, counter, key);
  }
}

function crossRule(
  draft: Draft,
  rule: Rule,
  on: Extract<Trigger, { kind: 'counter' }>,
  counter: Counter,
  key: string,
): void {
  const ruleKey = `${rule.id}${ownerOfKey(key)}`;
  const sum = counterSum(draft.account, counter, key, draft.storeDay);
  const where = { market: draft.market.id, day: draft.storeDay };
  const { since } = draft.account;
  const start = windowStart(counter.window, draft.storeDay, since);
  const end = counter.window.kind === 'rolling' ? Infinity : windowEnd(counter.window, draft.storeDay, since);
  const reached = new Set(
    (draft.account.crossings[ruleKey] ?? []).flatMap(({ at, day }) => (day >= start && day < end ? [at] : [])),
  );
  for (const at of newNumbers(sum, reached, on.at?.(where), on.every?.(where))) {
    const marked = draft.facts.length;
    if (follow(draft, 'counter', (other) => other === rule).length === 0) continue;
    const crossing = { at, day: draft.storeDay, ...givenBy(draft, rule, marked) };
    post(draft, { fact: 'crossing_reached', v: 1, rule: ruleKey, crossing });
  }
}

/** A counter that fell on a day takes back what crossings gave whose own window no longer reaches them; time alone never does. */
function loseCrossings(draft: Draft, rule: Rule, counter: Counter, key: string, fell: Day): void {
  const ruleKey = `${rule.id}${ownerOfKey(key)}`;
  const start = windowStart(counter.window, fell, draft.account.since);
  for (const crossing of (draft.account.crossings[ruleKey] ?? []).toReversed()) {
    if (crossing.day < start || isStillReached(draft, counter, key, crossing)) continue;
    loseCrossing(draft, rule, ruleKey, crossing);
  }
}

/** Whether the window of a crossing reaches its number; a rolling one on any day whose window has the crossing in it. */
function isStillReached({ account }: Draft, counter: Counter, key: string, { at, day }: Crossing): boolean {
  if (counterSum(account, counter, key, day) >= at) return true;
  if (counter.window.kind !== 'rolling') return false;
  return (account.counters[key] ?? []).some(
    ([later]) =>
      later > day &&
      windowStart(counter.window, later, account.since) <= day &&
      counterSum(account, counter, key, later) >= at,
  );
}

/** The numbers that the sum has reached and that have given nothing yet, at most as many as one event may. */
function newNumbers(
  sum: number,
  reached: ReadonlySet<number>,
  at: number | undefined,
  every: number | undefined,
): readonly number[] {
  if (at !== undefined) return at <= sum && !reached.has(at) ? [at] : [];
  const numbers: number[] = [];
  if (every === undefined || every <= 0) return numbers;
  for (let number = every; number <= sum && numbers.length < CROSSINGS_MOST; number += every) {
    if (!reached.has(number)) numbers.push(number);
  }
  return numbers;
}
