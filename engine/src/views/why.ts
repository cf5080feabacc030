import { marketOf } from '../draft.ts';
import type { Recorded } from '../evidence.ts';
import { reasonNotApplied, sentenceOfFact } from '../explain/fact-sentences.ts';
import { formatDecimal, formatMoney, formatPoints } from '../explain/formats.ts';
import { sentenceOfCondition, sentenceOfRule } from '../explain/rule-sentences.ts';
import { type Exact, exactText, times } from '../numbers/exact.ts';
import { minorDigits } from '../numbers/money.ts';
import type { Condition, Locale, Market, Program, Programs, Rule, Tested, Trigger } from '../program.ts';
import { marketForCurrency } from '../purchase/decide-purchase.ts';
import { priceBasket, reductionsIn } from '../purchase/price.ts';
import { NotInReading, storedValues } from '../purchase/values.ts';
import { isRefusal } from '../refusals.ts';
import { decideRules } from '../rules/decide-rules.ts';
import type { RuleDecision } from '../rules/decision.ts';
import { setAsideIn } from '../rules/stages.ts';
import { nameOfKey } from '../scopes.ts';
import { dayAt } from '../time/zones.ts';
import { openTrace, type Trace, type TracedEarning, type TracedRule } from '../trace.ts';

/** The why of a recorded event, decided again from its reading with the trace on. */
export interface Why {
  readonly version: number;
  /** False when deciding again gives other points than recorded (the engine has changed): then only rule ids are shown. */
  readonly reproduced: boolean;
  readonly rules: readonly WhyRule[];
  /** Sentences of what followed, in order. */
  readonly consequences: readonly string[];
}

export interface WhyRule {
  readonly rule: string;
  readonly sentence: string;
  readonly held: boolean;
  readonly conditions: readonly WhyCondition[];
  /** `£19.99 × 1.25 = 24.9875 → 24 points` */
  readonly arithmetic?: string;
  /** Its conditions held, and still it was not applied: why. */
  readonly declined?: string;
}

export interface WhyCondition {
  readonly sentence: string;
  readonly holds: boolean;
  readonly has?: string;
  readonly wants?: string;
  /** What is missing, where amounts are compared. */
  readonly togo?: string;
}

/** `account`'s market decides zones and money where the event does not say; `market` is its id, the program's first when absent. */
export function why(programs: Programs, recorded: Recorded, locale: Locale, market?: string): Why {
  const version = programs.versions.find(({ number }) => number === recorded.version);
  const consequences = recorded.facts
    .map((fact) => sentenceOfFact(programs, fact, locale))
    .filter((text) => text !== '');
  if (!version) return { version: recorded.version, reproduced: false, rules: [], consequences };
  const { program } = version;
  const trace = openTrace();
  const decided = decideAgain(program, recorded, marketOf(program, market ?? ''), trace);
  const reproduced = decided !== undefined && isAsRecorded(program, recorded, decided.decision);
  const rules = reproduced
    ? tell(program, recorded, decided, trace, locale)
    : recorded.rules.map((rule) => ({
        rule,
        sentence: ruleSentence(program, rule, locale),
        held: true,
        conditions: [],
      }));
  return { version: recorded.version, reproduced, rules, consequences };
}

interface DecidedAgain {
  readonly decision: RuleDecision;
  readonly market: Market;
}

/** The decision made from the reading, into a trace; `undefined` where the reading cannot say. */
export function decideAgain(program: Program, recorded: Recorded, own: Market, trace: Trace): DecidedAgain | undefined {
  const { event, reading } = recorded;
  const triggered = triggerOf(recorded);
  const market = event.kind === 'purchase' ? marketForCurrency(program, own, event.body.currency) : own;
  if (!triggered || isRefusal(market)) return { decision: NOTHING, market: own };
  const basket = event.kind === 'purchase' ? priceBasket(event.body, reductionsIn(recorded)) : undefined;
  const zone = event.zone ?? own.zone;
  const situation = {
    program,
    market,
    event,
    zone,
    storeDay: dayAt(zone, event.occurredAt),
    basket,
    values: storedValues(reading),
    setAside: setAsideIn(reading),
    trace,
  };
  try {
    return { decision: decideRules(situation, triggered.kind, triggered.matches), market };
  } catch (error) {
    if (error instanceof NotInReading) return undefined;
    throw error;
  }
}

const NOTHING: RuleDecision = { awards: [], counts: [], issues: [], grants: [], declined: [], rules: [], uses: [] };

function triggerOf({
  event,
}: Recorded): { readonly kind: Trigger['kind']; readonly matches?: (rule: Rule) => boolean } | undefined {
  if (event.kind === 'purchase' || event.kind === 'enrolment') return { kind: event.kind };
  if (event.kind !== 'activity') return undefined;
  const { activity } = event.body;
  return { kind: 'activity', matches: ({ on }) => on.kind === 'activity' && on.activity === activity };
}

function isAsRecorded(program: Program, { facts, event }: Recorded, { awards }: RuleDecision): boolean {
  if (event.kind !== 'purchase' && event.kind !== 'activity' && event.kind !== 'enrolment') return true;
  const direct = new Set(program.rules.filter(({ on }) => on.kind === event.kind).map(({ id }) => id));
  const earned = new Map<string, number>();
  for (const fact of facts) {
    if (fact.fact !== 'points_earned') continue;
    const amount = fact.rules.reduce((sum, share) => (direct.has(share.rule) ? sum + share.amount : sum), 0);
    if (amount > 0) earned.set(fact.currency, (earned.get(fact.currency) ?? 0) + amount);
  }
  return awards.length === earned.size && awards.every(({ currency, amount }) => earned.get(currency) === amount);
}

function tell(
  program: Program,
  recorded: Recorded,
  { decision, market }: DecidedAgain,
  trace: Trace,
  locale: Locale,
): readonly WhyRule[] {
  const held = new Set(recorded.rules);
  const traced = trace.rules.map((one) =>
    tellRule(program, one, held.has(one.rule.id), decision, market, trace, locale),
  );
  const told = new Set(trace.rules.map(({ rule }) => rule.id));
  const passed = unmatched(program, recorded, told).map((rule) => ({
    rule: rule.id,
    sentence: sentenceOfRule(program, rule, locale),
    held: false,
    conditions: [],
  }));
  const followed = recorded.rules.filter((rule) => !told.has(rule));
  return [
    ...traced,
    ...passed,
    ...followed.map((rule) => ({ rule, sentence: ruleSentence(program, rule, locale), held: true, conditions: [] })),
  ];
}

/** Rules of the event's kind that nothing in it could make hold: the index passed them over. */
function unmatched(program: Program, recorded: Recorded, told: ReadonlySet<string>): readonly Rule[] {
  const trigger = triggerOf(recorded);
  if (!trigger) return [];
  return program.rules.filter(
    (rule) => rule.on.kind === trigger.kind && (trigger.matches?.(rule) ?? true) && !told.has(rule.id),
  );
}

function tellRule(
  program: Program,
  { rule, tested, declined }: TracedRule,
  held: boolean,
  decision: RuleDecision,
  market: Market,
  trace: Trace,
  locale: Locale,
): WhyRule {
  const conditions = rule.when.map((condition, index) =>
    tellCondition(program, condition, tested[index] ?? { holds: held }, market, locale),
  );
  const earning = held ? trace.earnings.find((one) => one.rule === rule.id) : undefined;
  const arithmetic = earning && sayArithmetic(program, rule, earning, decision, market, locale);
  return {
    rule: rule.id,
    sentence: sentenceOfRule(program, rule, locale),
    held,
    conditions,
    ...(arithmetic && { arithmetic }),
    ...(declined && { declined: reasonNotApplied(declined, locale) }),
  };
}

function tellCondition(
  program: Program,
  condition: Condition,
  tested: Tested,
  market: Market,
  locale: Locale,
): WhyCondition {
  const { holds, has, wants } = tested;
  const say = (value: string | number) => sayValue(program, condition, value, market, locale);
  const togo = !holds && typeof has === 'number' && typeof wants === 'number' && wants > has ? wants - has : undefined;
  return {
    sentence: sentenceOfCondition(condition, locale),
    holds,
    ...(has !== undefined && { has: say(has) }),
    ...(wants !== undefined && { wants: say(wants) }),
    ...(togo !== undefined && { togo: say(togo) }),
  };
}

/** A compared value in the unit of what was compared: money of a base, a counter's own unit, a plain number. */
function sayValue(
  program: Program,
  condition: Condition,
  value: string | number,
  market: Market,
  locale: Locale,
): string {
  if (typeof value === 'string') return condition.say?.(value, locale) ?? value;
  const reads = condition.reads.find((name) => name.startsWith('purchase.base:') || name.startsWith('counter:'));
  if (reads?.startsWith('purchase.base:')) return formatMoney(value, market.currency, locale);
  const counter = program.counters.get(reads?.slice('counter:'.length) ?? '');
  if (counter?.unit === 'money') return formatMoney(value, market.currency, locale);
  const currency = counter?.counts.kind === 'earned' ? program.currencies.get(counter.counts.currency) : undefined;
  return currency ? formatPoints(value, currency, locale) : formatDecimal(String(value), locale);
}

function sayArithmetic(
  program: Program,
  rule: Rule,
  { currency: id, base = 0, rate, factor, points }: TracedEarning,
  { awards }: RuleDecision,
  market: Market,
  locale: Locale,
): string | undefined {
  const currency = program.currencies.get(id);
  if (!currency || !rate) return undefined;
  const unit: Exact = { n: 10 ** minorDigits(market.currency), d: 10 ** currency.decimals };
  const perMajor = times(times(rate, unit), factor ?? { n: 1, d: 1 });
  const exact = times(points, { n: 1, d: 10 ** currency.decimals });
  const given = awards
    .filter((award) => nameOfKey(award.currency) === id)
    .flatMap((award) => award.rules)
    .find((share) => share.rule === rule.id);
  const decimal = (value: Exact) =>
    exactText(value).includes('/') ? exactText(value) : formatDecimal(exactText(value), locale);
  const sum = `${formatMoney(base, market.currency, locale)} × ${decimal(perMajor)} = ${decimal(exact)}`;
  return `${sum} → ${formatPoints(given?.amount ?? 0, currency, locale)}`;
}

function ruleSentence(program: Program, id: string, locale: Locale): string {
  const rule = program.rules.find((one) => one.id === id);
  return rule ? sentenceOfRule(program, rule, locale) : id;
}
