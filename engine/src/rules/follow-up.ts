import type { Crossing } from '../account.ts';
import { assert } from '../assert.ts';
import { countAwards } from '../counters/count-basket.ts';
import { counterSum, windowEnd, windowStart } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import type { FactOf } from '../facts.ts';
import { evaluateLadders } from '../ladders/evaluate.ts';
import { indexOfLevel } from '../ladders/standing.ts';
import { takeBackAnywhere } from '../points/take-back.ts';
import type { Counter, Rule, Trigger } from '../program.ts';
import { liveValues } from '../purchase/values.ts';
import { cancelVoucher } from '../returns/undo-uses.ts';
import { nameOfKey, ownerOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { applyRules, count } from './apply-rules.ts';
import { contextOf, decideRules, limitUse } from './decide-rules.ts';
import type { RuleSituation } from './decision.ts';

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
    for (const fact of fresh) {
      if (fact.fact === 'level_changed' && rose(draft, fact.ladder, fact.from, fact.to)) {
        follow(
          draft,
          'level',
          ({ on }) => on.kind === 'level' && on.ladder === nameOfKey(fact.ladder) && on.levels.has(fact.to),
        );
      }
    }
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

function rose(draft: Draft, key: string, from: string | undefined, to: string): boolean {
  const ladder = draft.program.ladders.get(nameOfKey(key));
  return ladder !== undefined && indexOfLevel(ladder, to) > (from === undefined ? 0 : indexOfLevel(ladder, from));
}

function follow(
  draft: Draft,
  kind: Trigger['kind'],
  matches: (rule: Rule) => boolean,
): { lots: readonly string[]; vouchers: readonly string[]; held: boolean } {
  const situation = situationOf(draft);
  const decision = decideRules(situation, kind, matches);
  const given = applyRules(draft, decision, draft.storeDay);
  const counts = countAwards(draft.program, draft.event, decision.awards, contextOf(situation));
  for (const { key, amount } of counts) count(draft, key, draft.storeDay, amount);
  return { ...given, held: decision.rules.length > 0 };
}

function situationOf(draft: Draft): RuleSituation {
  const { program, market, event, storeDay, trace } = draft;
  const values = liveValues({ ...draft, reading: {} });
  return { program, market, event, storeDay, zone: event.zone ?? market.zone, basket: undefined, values, trace };
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
    const { held, vouchers } = follow(draft, 'counter', (other) => other === rule);
    if (!held) continue;
    const points = draft.facts
      .slice(marked)
      .flatMap((fact) =>
        fact.fact === 'points_earned' ? [{ currency: fact.currency, lot: fact.lot, amount: fact.amount }] : [],
      );
    post(draft, {
      fact: 'crossing_reached',
      v: 1,
      rule: ruleKey,
      crossing: { at, day: draft.storeDay, vouchers, points },
    });
  }
}

/** A counter that fell on a day takes back what crossings gave whose own window no longer reaches them; time alone never does. */
function loseCrossings(draft: Draft, rule: Rule, counter: Counter, key: string, fell: Day): void {
  const ruleKey = `${rule.id}${ownerOfKey(key)}`;
  const start = windowStart(counter.window, fell, draft.account.since);
  for (const { at, day, vouchers, points } of (draft.account.crossings[ruleKey] ?? []).toReversed()) {
    // What gave nothing that can be taken back stays given, or a return and a new purchase would give it twice.
    if (day < start || vouchers.length + points.length === 0 || isStillReached(draft, counter, key, at, day)) continue;
    const isGone = vouchers.some((voucher) => !draft.account.vouchers[voucher]?.untouched);
    post(draft, { fact: 'crossing_lost', v: 1, rule: ruleKey, at, day, ...(isGone && { gone: true }) });
    for (const voucher of vouchers) cancelVoucher(draft, voucher);
    for (const { currency, lot, amount } of points) {
      takeBackAnywhere(draft, currency, amount, 'threshold_lost', [lot]);
    }
    uncount(draft, rule, day, points);
  }
}

/** Whether the window of a crossing reaches its number; a rolling one on any day whose window has the crossing in it. */
function isStillReached({ account }: Draft, counter: Counter, key: string, at: number, day: Day): boolean {
  if (counterSum(account, counter, key, day) >= at) return true;
  if (counter.window.kind !== 'rolling') return false;
  return (account.counters[key] ?? []).some(
    ([later]) =>
      later > day &&
      windowStart(counter.window, later, account.since) <= day &&
      counterSum(account, counter, key, later) >= at,
  );
}

/** What a lost crossing had given no longer counts: not as points earned, and not towards the rule's limit. */
function uncount(draft: Draft, rule: Rule, day: Day, points: Crossing['points']): void {
  const { program, event } = draft;
  const counts = countAwards(program, event, points, contextOf(situationOf(draft)));
  for (const { key, amount } of [...counts, ...limitUse(event, rule)]) {
    if (program.counters.get(nameOfKey(key))?.returns !== 'keep') count(draft, key, day, -amount);
  }
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
