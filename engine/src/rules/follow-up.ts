import type { Crossing } from '../account.ts';
import { assert } from '../assert.ts';
import { correctPeriods } from '../clock/period-awards.ts';
import { counterDays, counterSum } from '../counters/counter-sum.ts';
import { windowStart } from '../counters/windows.ts';
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
    for (const [key, changes] of counted) {
      for (const { amount, day } of changes) if (amount < 0) correctPeriods(draft, key, day);
      cross(draft, key, changes);
      // What is done for a challenge is a sum of its steps, and changes with each of them.
      for (const done of roundsWith(draft, key)) cross(draft, done, changes);
    }
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

/** Counters of challenges that a step's counter is part of. */
function roundsWith({ program }: Draft, key: string): readonly string[] {
  const step = nameOfKey(key);
  const { of } = program.counters.get(step) ?? {};
  if (!of || !('challenge' in of)) return [];
  const challenge = program.challenges.get(of.challenge);
  return challenge && challenge.counter !== step ? [`${challenge.counter}${ownerOfKey(key)}`] : [];
}

function crossRule(
  draft: Draft,
  rule: Rule,
  on: Extract<Trigger, { kind: 'counter' }>,
  counter: Counter,
  key: string,
): void {
  for (const day of daysSeen(draft, counter)) crossOn(draft, { rule, on, counter, key, day });
}

/** A late event may close a gap in a row that goes on to today. */
function daysSeen({ storeDay, today }: Draft, { counts }: Counter): readonly Day[] {
  return counts.kind === 'rounds' && storeDay < today ? [storeDay, today] : [storeDay];
}

interface Crossable {
  readonly rule: Rule;
  readonly on: Extract<Trigger, { kind: 'counter' }>;
  readonly counter: Counter;
  readonly key: string;
  readonly day: Day;
}

function crossOn(draft: Draft, { rule, on, counter, key, day }: Crossable): void {
  const ruleKey = `${rule.id}${ownerOfKey(key)}`;
  const sum = counterSum(draft.account, counter, key, day);
  const where = { market: draft.market.id, day };
  const { start, end: last } = counterDays(draft.account, counter, key, day);
  const end = counter.window.kind === 'rolling' ? Infinity : last;
  const given = draft.account.crossings[ruleKey] ?? [];
  const reached = new Set(given.flatMap((one) => (one.day >= start && one.day < end ? [one.at] : [])));
  // Runs come and go: a streak is completed so often in all.
  const isRun = counter.counts.kind === 'rounds' && counter.counts.streak !== undefined;
  const left = isRun && on.times !== undefined ? on.times - given.length : Number.POSITIVE_INFINITY;
  for (const at of newNumbers(sum, reached, isRun ? { ...on, times: undefined } : on, where).slice(
    0,
    Math.max(0, left),
  )) {
    const marked = draft.facts.length;
    if (follow(draft, 'counter', (other) => other === rule).length === 0) continue;
    const crossing = { at, day, ...givenBy(draft, rule, marked) };
    post(draft, { fact: 'crossing_reached', v: 1, rule: ruleKey, crossing });
  }
}

/** A counter that fell on a day takes back what crossings gave whose own window no longer reaches them; time alone never does. */
function loseCrossings(draft: Draft, rule: Rule, counter: Counter, key: string, fell: Day): void {
  if (rule.returns === 'keep') return;
  const ruleKey = `${rule.id}${ownerOfKey(key)}`;
  const start = firstTouched(draft, counter, key, fell);
  for (const crossing of (draft.account.crossings[ruleKey] ?? []).toReversed()) {
    if (crossing.day < start || isStillReached(draft, counter, key, crossing)) continue;
    loseCrossing(draft, rule, ruleKey, crossing);
  }
}

/** Crossings before this day saw nothing of what fell. A row is broken from the day that fell on. */
function firstTouched({ account }: Draft, counter: Counter, key: string, fell: Day): Day {
  const { counts } = counter;
  if (counts.kind !== 'rounds' || counts.streak === undefined) return counterDays(account, counter, key, fell).start;
  return windowStart({ kind: counts.streak }, fell, account.since);
}

/** Whether the window of a crossing reaches its number; a rolling one on any day whose window has the crossing in it. */
function isStillReached({ account }: Draft, counter: Counter, key: string, { at, day }: Crossing): boolean {
  if (counterSum(account, counter, key, day) >= at) return true;
  if (counter.window.kind !== 'rolling') return false;
  return daysCounted(account, counter, key).some(
    (later) =>
      later > day &&
      windowStart(counter.window, later, account.since) <= day &&
      counterSum(account, counter, key, later) >= at,
  );
}

function daysCounted({ counters }: Draft['account'], { counts }: Counter, key: string): readonly Day[] {
  const keys = counts.kind === 'rounds' ? counts.steps.map(({ counter }) => `${counter.id}${ownerOfKey(key)}`) : [key];
  return keys.flatMap((one) => (counters[one] ?? []).map(([day]) => day));
}

/** The numbers that the sum has reached and that have given nothing yet, at most as many as one event may. */
function newNumbers(
  sum: number,
  reached: ReadonlySet<number>,
  { at: once, every: step, times }: Crossable['on'],
  where: { readonly market: string; readonly day: Day },
): readonly number[] {
  const [at, every] = [once?.(where), step?.(where)];
  if (at !== undefined) return at <= sum && !reached.has(at) ? [at] : [];
  const numbers: number[] = [];
  if (every === undefined || every <= 0) return numbers;
  const most = times === undefined ? sum : Math.min(sum, every * times);
  for (let number = every; number <= most && numbers.length < CROSSINGS_MOST; number += every) {
    if (!reached.has(number)) numbers.push(number);
  }
  return numbers;
}
