import type { Event } from '../event.ts';
import { isWithin } from '../points/settle.ts';
import type { Rule, TestContext, Tested, Trigger } from '../program.ts';
import { amountOf } from '../purchase/bases.ts';
import type { RefusalCode } from '../refusals.ts';
import { scopedKey } from '../scopes.ts';
import { weekday } from '../time/days.ts';
import { minuteOfDay } from '../time/zones.ts';
import type { Count, RuleDecision, RuleSituation } from './decision.ts';
import { earnPoints } from './earn-points.ts';
import { candidates } from './rule-index.ts';

/** Decides the rules of one kind of trigger; `matches` leaves those that this very happening triggers. */
export function decideRules(
  situation: RuleSituation,
  kind: Trigger['kind'],
  matches: (rule: Rule) => boolean = () => true,
): RuleDecision {
  const context = contextOf(situation);
  const held: Rule[] = [];
  const declined: { rule: string; reason: RefusalCode }[] = [];
  for (const rule of candidates(situation.program, kind, situation.event)) {
    if (!matches(rule) || !isWithin(rule.span, situation.storeDay)) continue;
    // Every condition is tested, so that the reading has all that a smaller basket may ask for.
    const tested: readonly Tested[] = rule.when.map((condition) => condition.test(context));
    const holds = tested.every((result) => result.holds);
    const limited = rule.limit !== undefined && isUsedUp(situation, rule);
    if (holds && limited) declined.push({ rule: rule.id, reason: 'limit_reached' });
    const isHeld = holds && !limited;
    if (isHeld) held.push(rule);
    situation.trace?.rules.push({ rule, held: isHeld, tested, ...(holds && limited && { declined: 'limit_reached' }) });
  }
  const { awards, chosen, capUses, cappedRules } = earnPoints(situation, held);
  return {
    awards,
    counts: chosen.flatMap((rule) => countsOf(situation, rule)),
    issues: chosen.flatMap((rule) =>
      rule.then.flatMap((effect) => (effect.kind === 'issue' ? [{ rule: rule.id, reward: effect.reward }] : [])),
    ),
    declined: [...declined, ...cappedRules.map((rule) => ({ rule, reason: 'limit_reached' as const }))],
    rules: chosen.map(({ id }) => id),
    uses: [...chosen.flatMap((rule) => limitUse(situation.event, rule)), ...capUses],
  };
}

/** What conditions look at, of rules and of counters. */
export function contextOf({ market, event, storeDay, zone, basket, values }: RuleSituation): TestContext {
  return {
    market,
    day: storeDay,
    weekday: weekday(storeDay),
    minute: minuteOfDay(zone, event.occurredAt),
    channel: event.channel,
    store: event.store,
    purchase: basket && {
      ...basket,
      codes: event.kind === 'purchase' ? (event.body.codes ?? []) : [],
      tenders: event.kind === 'purchase' ? [...new Set((event.body.tenders ?? []).map(({ kind }) => kind))] : [],
      amountOf: (base) => amountOf(basket, base, event.channel),
    },
    read: values,
  };
}

function isUsedUp({ event, values }: RuleSituation, rule: Rule): boolean {
  if (!rule.limit) return false;
  return values.used(limitKey(event, rule), rule.limit.over) >= rule.limit.times;
}

/** What the rule uses up of its limit each time it holds. */
export function limitUse(event: Event, rule: Rule): readonly Count[] {
  return rule.limit ? [{ key: limitKey(event, rule), amount: 1 }] : [];
}

function limitKey(event: Event, rule: Rule): string {
  return scopedKey(`limit:${rule.id}`, rule.limit?.per ?? 'account', event);
}

function countsOf({ program, market, event, storeDay }: RuleSituation, rule: Rule): readonly Count[] {
  return rule.then.flatMap((effect) => {
    if (effect.kind !== 'count') return [];
    const per = program.counters.get(effect.counter)?.per ?? 'account';
    const amount = effect.amount({ market: market.id, day: storeDay });
    return [{ key: scopedKey(effect.counter, per, event), amount }];
  });
}
