import type { Event } from '../event.ts';
import { usesOf } from '../offers/openings.ts';
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
import { basketAt, type Stage, stageOf } from './stages.ts';

/** Decides the rules of one kind of trigger; `matches` leaves those that this very happening triggers. */
export function decideRules(
  situation: RuleSituation,
  kind: Trigger['kind'],
  matches: (rule: Rule) => boolean = () => true,
): RuleDecision {
  const context = contextsOf(situation);
  const held: Rule[] = [];
  const declined: { rule: string; reason: RefusalCode }[] = [];
  for (const rule of candidates(situation.program, kind, situation.event)) {
    if (!matches(rule) || !isWithin(rule.span, situation.storeDay)) continue;
    const { tested, holds, limited } = testRule(situation, rule, context(stageOf(rule)));
    if (holds && situation.setAside?.has(rule.id)) {
      situation.trace?.rules.push({ rule, held: false, tested, declined: 'better_alternative' });
      continue;
    }
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
    grants: chosen.flatMap((rule) =>
      rule.then.flatMap((effect) => (effect.kind === 'grant' ? [{ rule: rule.id, offer: effect.offer }] : [])),
    ),
    declined: [...declined, ...cappedRules.map((rule) => ({ rule, reason: 'limit_reached' as const }))],
    rules: chosen.map(({ id }) => id),
    uses: [...chosen.flatMap((rule) => [...limitUse(situation.event, rule), ...offerUse(situation, rule)]), ...capUses],
  };
}

/** Every condition is tested, so that the reading has all that a smaller basket may ask for. */
export function testRule(
  situation: RuleSituation,
  rule: Rule,
  context: TestContext,
): { readonly tested: readonly Tested[]; readonly holds: boolean; readonly limited: boolean } {
  const tested = rule.when.map((condition) => condition.test(context));
  const limited = rule.limit !== undefined && isUsedUp(situation, rule);
  return { tested, holds: tested.every(({ holds }) => holds), limited };
}

/** Each rule sees the basket as it is in the stage in which it acts. */
function contextsOf(situation: RuleSituation): (stage: Stage) => TestContext {
  const made = new Map<Stage, TestContext>();
  return (stage) => {
    const known = made.get(stage);
    if (known) return known;
    const { basket } = situation;
    const context = contextOf({ ...situation, basket: basket && basketAt(basket, stage) });
    made.set(stage, context);
    return context;
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
      // A gift is nothing that was bought.
      lines: basket.lines.some(({ isGift }) => isGift) ? basket.lines.filter(({ isGift }) => !isGift) : basket.lines,
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

/** Each time the rule of an offer holds is a use of it; what is collected is counted otherwise. */
function offerUse({ program, event }: RuleSituation, rule: Rule): readonly Count[] {
  const offer = program.offers.get(rule.offer ?? '');
  if (!offer || offer.collects) return [];
  return [{ key: scopedKey(usesOf(offer.id), offer.per, event), amount: 1 }];
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
