import type { Account } from '../account.ts';
import { nextBirthdayMoment } from '../birthdays/yearly-dates.ts';
import { onBehalfOf } from '../clubs/on-behalf-of.ts';
import { windowEnd } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import { presentMembers } from '../households/households.ts';
import { evaluateLadders } from '../ladders/evaluate.ts';
import type { Program, Rule } from '../program.ts';
import { applyRules } from '../rules/apply-rules.ts';
import { givenBy } from '../rules/crossings.ts';
import { decideRules } from '../rules/decide-rules.ts';
import type { Day } from '../time/days.ts';
import { situationAt } from './period-awards.ts';

type RuleOn<Kind extends Rule['on']['kind']> = Rule & { readonly on: Extract<Rule['on'], { kind: Kind }> };

/** Rules that time alone sets off today: birthdays, and periods that have just ended. */
export function runClockRules(draft: Draft): void {
  const before = draft.facts.length;
  for (const rule of rulesOn(draft.program, 'birthday')) {
    for (const member of celebrating(draft.account, rule, draft.today)) {
      onBehalfOf(draft, `@member:${member}`, (own) => run(own, rule, draft.event.occurredAt));
    }
  }
  for (const rule of rulesOn(draft.program, 'period')) {
    if (windowEnd({ kind: rule.on.period }, draft.today - 1, draft.account.since) !== draft.today) continue;
    // What was so when the period ended decides, a moment before the clock strikes.
    for (const owner of ownersIn(draft, rule)) {
      onBehalfOf(draft, owner, (own) => run(own, rule, draft.event.occurredAt - 1));
    }
  }
  if (draft.facts.length > before) evaluateLadders(draft);
}

/** The next day after today on which time alone may set off a rule. */
export function nextRuleDay(program: Program, account: Account, today: Day): Day | undefined {
  const days: Day[] = [];
  for (const { on } of rulesOn(program, 'birthday')) {
    for (const { birthday } of Object.values(account.members)) {
      if (birthday) days.push(nextBirthdayMoment(birthday, on, today + 1));
    }
  }
  for (const rule of rulesOn(program, 'period')) {
    const end = windowEnd({ kind: rule.on.period }, today, account.since);
    if (countsSince(account, rule, today)) days.push(end);
  }
  return days.length === 0 ? undefined : Math.min(...days);
}

const found = new WeakMap<Program, Map<string, readonly Rule[]>>();

function rulesOn<Kind extends 'birthday' | 'period'>(program: Program, kind: Kind): readonly RuleOn<Kind>[] {
  let kinds = found.get(program);
  if (kinds === undefined) {
    kinds = new Map();
    found.set(program, kinds);
  }
  let rules = kinds.get(kind);
  if (rules === undefined) {
    rules = program.rules.filter(({ on }) => on.kind === kind);
    kinds.set(kind, rules);
  }
  return rules as readonly RuleOn<Kind>[];
}

function celebrating(account: Account, { on }: RuleOn<'birthday'>, today: Day): readonly string[] {
  return Object.entries(account.members).flatMap(([id, { birthday, since }]) => {
    const isToday = birthday !== undefined && nextBirthdayMoment(birthday, on, today) === today;
    return isToday && since <= today ? [id] : [];
  });
}

/** A period wakes nobody who has counted nothing in it; a rule that counts nothing is for everybody. */
function countsSince(account: Account, rule: RuleOn<'period'>, today: Day): boolean {
  const counters = countersOf(rule);
  if (counters.length === 0) return true;
  const length = { day: 1, week: 7, month: 31, quarter: 92, calendar_year: 366, membership_year: 366 }[rule.on.period];
  return Object.entries(account.counters).some(
    ([key, days]) =>
      counters.some((id) => key === id || key.startsWith(`${id}@`)) && (days.at(-1)?.[0] ?? 0) > today - length,
  );
}

function countersOf({ then: effects }: Rule): readonly string[] {
  return effects.flatMap((effect) => (effect.kind === 'earn_counted' ? [effect.counter] : []));
}

/** Whose period it is: each member's where the counter is, otherwise the account's. */
function ownersIn({ program, account }: Draft, rule: Rule): readonly string[] {
  const isEachMembers = countersOf(rule).some((id) => program.counters.get(id)?.per === 'member');
  return isEachMembers ? presentMembers(account).map((member) => `@member:${member}`) : [''];
}

function run(draft: Draft, rule: Rule, seenAt: number): void {
  const situation = situationAt(draft, seenAt);
  const decision = decideRules(situation, rule.on.kind, (other) => other === rule);
  const marked = draft.facts.length;
  applyRules(draft, decision, situation.storeDay);
  // What a period gave is remembered, so that a return which comes later can take of it what is no longer due.
  const given = givenBy(draft, rule, marked);
  if (countersOf(rule).length === 0 || given.points.length === 0) return;
  const isEachMembers = countersOf(rule).some((id) => draft.program.counters.get(id)?.per === 'member');
  const key = isEachMembers ? `${rule.id}@member:${draft.event.member}` : rule.id;
  const crossing = { at: 0, day: situation.storeDay, ...given };
  post(draft, { fact: 'crossing_reached', v: 1, rule: key, crossing });
}
