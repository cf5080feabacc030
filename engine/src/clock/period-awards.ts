import type { Crossing } from '../account.ts';
import { windowStart } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import { takeBackAnywhere } from '../points/take-back.ts';
import type { Rule } from '../program.ts';
import { liveValues } from '../purchase/values.ts';
import { contextOf, testRule } from '../rules/decide-rules.ts';
import type { RuleSituation } from '../rules/decision.ts';
import { earnPoints } from '../rules/earn-points.ts';
import { nameOfKey, ownerOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { dayAt, type Instant, startOfDay } from '../time/zones.ts';

/** What a rule looks at when a period has ended: the moment before the clock struck. */
export function situationAt(draft: Draft, seenAt: Instant): RuleSituation {
  const { program, market, trace } = draft;
  const event = { ...draft.event, occurredAt: seenAt };
  const storeDay = dayAt(market.zone, seenAt);
  const values = liveValues({ ...draft, event, storeDay, occurredDay: storeDay, reading: {} });
  return { program, market, event, storeDay, zone: market.zone, basket: undefined, values, trace };
}

/** A counter that fell in a period which has been awarded: what the period would not have given is taken back. */
export function correctPeriods(draft: Draft, key: string, fell: Day): void {
  for (const rule of draft.program.rules) {
    const { on } = rule;
    if (on.kind !== 'period' || !counts(rule, nameOfKey(key))) continue;
    const ruleKey = `${rule.id}${ownerOfKey(key)}`;
    const start = (day: Day) => windowStart({ kind: on.period }, day, draft.account.since);
    const given = draft.account.crossings[ruleKey]?.find(({ day }) => start(day) === start(fell));
    if (given) correct(draft, rule, ruleKey, given);
  }
}

function counts({ then: effects }: Rule, counter: string): boolean {
  return effects.some((effect) => effect.kind === 'earn_counted' && effect.counter === counter);
}

function correct(draft: Draft, rule: Rule, key: string, { at, day, vouchers, points }: Crossing): void {
  const owner = /^@member:(.*)$/.exec(ownerOfKey(key))?.[1];
  const event = owner === undefined ? draft.event : { ...draft.event, member: owner };
  const situation = situationAt({ ...draft, event }, startOfDay(draft.market.zone, day + 1) - 1);
  const { holds } = testRule(situation, { ...rule, limit: undefined }, contextOf(situation));
  const awards = holds ? earnPoints(situation, [rule]).awards : [];
  const excess = points.map((point) => {
    const due = awards.find(({ currency }) => currency === point.currency)?.amount ?? 0;
    return { ...point, amount: Math.max(0, point.amount - due) };
  });
  if (excess.every(({ amount }) => amount === 0)) return;
  post(draft, { fact: 'crossing_lost', v: 1, rule: key, at, day });
  for (const { currency, lot, amount } of excess) {
    if (amount > 0) takeBackAnywhere(draft, currency, amount, 'threshold_lost', [lot]);
  }
  const left = points.map((point, index) => ({ ...point, amount: point.amount - (excess[index]?.amount ?? 0) }));
  const crossing = { at, day, vouchers, points: left.filter(({ amount }) => amount > 0) };
  post(draft, { fact: 'crossing_reached', v: 1, rule: key, crossing });
}
