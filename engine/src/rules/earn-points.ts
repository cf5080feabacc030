import type { RuleShare } from '../facts.ts';
import { allocate, compare, type Exact, minus, ONE, plus, roundTo, times, whole, ZERO } from '../numbers/exact.ts';
import { sumOf } from '../points/lots.ts';
import type { Cap, Currency, Effect, LevelFactor, Rule, Window } from '../program.ts';
import { amountOf, cellsOf } from '../purchase/bases.ts';
import { scopedKey } from '../scopes.ts';
import type { Award, Count, RuleSituation } from './decision.ts';
import { isPricing } from './stages.ts';

/** What one rule gives on one cell of the basket; flat points stand on a cell of their own, line −1. */
interface Earning {
  readonly rule: Rule;
  readonly line: number;
  readonly tender: string;
  readonly points: Exact;
}

export interface Earned {
  readonly awards: readonly Award[];
  /** Rules that held and were not outdone by a better one of their group. */
  readonly chosen: readonly Rule[];
  readonly capUses: readonly Count[];
  /** Rules whose points a cap that declines has refused. */
  readonly cappedRules: readonly string[];
}

/** Earning, rounding and caps for every currency, from the rules that hold. */
export function earnPoints(situation: RuleSituation, held: readonly Rule[]): Earned {
  const chosen = bestOfGroups(situation, held);
  const capUses: Count[] = [];
  const cappedRules: string[] = [];
  const awards: Award[] = [];
  for (const currency of situation.program.currencies.values()) {
    const earnings = earningsOf(situation, currency.id, chosen, true);
    if (earnings.length === 0) continue;
    const rules = capped(situation, currency, roundedShares(currency, earnings), { capUses, cappedRules });
    const amount = rules.reduce((sum, share) => sum + share.amount, 0);
    if (amount > 0) awards.push({ currency: scopedKey(currency.id, currency.per, situation.event), amount, rules });
  }
  return { awards, chosen, capUses, cappedRules };
}

/** Of the rules of one group only the one that gives the member most stays; ties go to the earlier in the document. */
function bestOfGroups(situation: RuleSituation, held: readonly Rule[]): readonly Rule[] {
  // Of what changes prices the best has been chosen before.
  const groups = new Set(held.flatMap((rule) => (rule.group === undefined || isPricing(rule) ? [] : [rule.group])));
  let chosen = held;
  for (const group of groups) {
    const rivals = chosen.filter((rule) => rule.group === group && !isPricing(rule));
    if (rivals.length < 2) continue;
    const others = chosen.filter((rule) => !rivals.includes(rule));
    let best: { readonly rule: Rule; readonly points: Exact } | undefined;
    for (const rule of rivals) {
      const candidates = held.filter((other) => other === rule || others.includes(other));
      const points = totalOf(situation, candidates);
      if (!best || compare(points, best.points) > 0) best = { rule, points };
    }
    const kept = best?.rule;
    chosen = chosen.filter((rule) => !rivals.includes(rule) || rule === kept);
  }
  return chosen;
}

function totalOf(situation: RuleSituation, rules: readonly Rule[]): Exact {
  let sum = ZERO;
  for (const currency of situation.program.currencies.keys()) {
    for (const { points } of earningsOf(situation, currency, rules, false)) sum = plus(sum, points);
  }
  return sum;
}

/** Earnings of one currency: rates first, then what is added to them, then what multiplies them, then flat points. */
function earningsOf(
  situation: RuleSituation,
  currency: string,
  rules: readonly Rule[],
  traced: boolean,
): readonly Earning[] {
  const effects = rules.flatMap((rule) =>
    rule.then.flatMap((effect) => ('currency' in effect && effect.currency === currency ? [{ rule, effect }] : [])),
  );
  const where = { market: situation.market.id, day: situation.storeDay };
  const isWhole = !needsCells(situation.program.currencies.get(currency), effects);
  const base: Earning[] = [];
  for (const { rule, effect } of effects) {
    if (effect.kind === 'earn') base.push(...ratePoints(situation, rule, effect, isWhole, traced));
  }
  let all: readonly Earning[] = base;
  for (const combine of ['add', 'multiply'] as const) {
    // What is added refers to the rates alone; what multiplies refers to all that came before it.
    const origin = all;
    for (const { rule, effect } of effects) {
      if (effect.kind !== 'multiply' || effect.combine !== combine) continue;
      const on = combine === 'add' ? origin : all;
      const by = times(effect.by(where), factorOf(situation, effect.byLevel));
      all = [...all, ...multiplied(situation, on, rule, effect, by)];
    }
  }
  const flat: readonly Earning[] = effects.flatMap(({ rule, effect }) =>
    effect.kind === 'give' ? [{ rule, line: -1, tender: '', points: whole(effect.amount(where)) }] : [],
  );
  const counted: readonly Earning[] = effects.flatMap(({ rule, effect }) =>
    effect.kind === 'earn_counted' ? [countedPoints(situation, rule, effect)] : [],
  );
  return [...all, ...flat, ...counted];
}

/** Lines and tenders are kept apart only where something looks at them: rounding, or a multiplier for some of them. */
function needsCells(currency: Currency | undefined, effects: readonly { readonly effect: Effect }[]): boolean {
  if (currency?.rounding.per !== 'purchase') return true;
  return effects.some(({ effect }) => effect.kind === 'multiply' && (effect.products || effect.tenders));
}

function ratePoints(
  situation: RuleSituation,
  rule: Rule,
  effect: Extract<Effect, { kind: 'earn' }>,
  isWhole: boolean,
  traced: boolean,
): readonly Earning[] {
  if (!situation.basket) return [];
  const where = { market: situation.market.id, day: situation.storeDay };
  const perMinor = times(effect.points(where), { n: 1, d: effect.per(where) });
  const factor = factorOf(situation, effect.factor);
  const rate = times(perMinor, factor);
  const amount = amountOf(situation.basket, effect.base, situation.event.channel, effect);
  const points = times(whole(amount), rate);
  if (traced && situation.trace) {
    situation.trace.earnings.push({
      rule: rule.id,
      currency: effect.currency,
      base: amount,
      rate: perMinor,
      factor,
      points,
    });
  }
  if (isWhole) return [{ rule, line: -1, tender: '', points }];
  const cells = cellsOf(situation.basket, effect.base, situation.event.channel, effect);
  return cells.map((cell) => ({ rule, line: cell.line, tender: cell.tender, points: times(whole(cell.amount), rate) }));
}

/** Points for what a counter has counted in the period that ended. */
function countedPoints(
  { market, storeDay, values }: RuleSituation,
  rule: Rule,
  { counter, points, per, rounding }: Extract<Effect, { kind: 'earn_counted' }>,
): Earning {
  const where = { market: market.id, day: storeDay };
  const sum = rule.on.kind === 'period' ? Math.max(0, values.counted(counter, rule.on.period)) : 0;
  const exact = times(times(whole(sum), points(where)), { n: 1, d: per(where) });
  const rounded = rounding ? whole(roundTo(exact, rounding.mode, rounding.step)) : exact;
  return { rule, line: -1, tender: '', points: rounded };
}

function multiplied(
  situation: RuleSituation,
  on: readonly Earning[],
  rule: Rule,
  effect: Extract<Effect, { kind: 'multiply' }>,
  by: Exact,
): readonly Earning[] {
  const { basket } = situation;
  const extra = minus(by, ONE);
  return on.flatMap((earning) => {
    const line = basket?.lines[earning.line];
    if (effect.products && !(line && effect.products.has(line))) return [];
    if (effect.tenders && !effect.tenders.has(earning.tender)) return [];
    return [{ ...earning, rule, points: times(earning.points, extra) }];
  });
}

function factorOf({ values }: RuleSituation, factor: LevelFactor | undefined): Exact {
  return factor ? (factor.by.get(values.level(factor.ladder)) ?? ONE) : ONE;
}

/** The rounded sum, split over the rules that gave it. */
function roundedShares(currency: Currency, earnings: readonly Earning[]): readonly RuleShare[] {
  const amount = roundedBy(currency, earnings);
  const order = [...new Set(earnings.map(({ rule }) => rule))];
  if (order.length === 1) return amount > 0 ? [{ rule: order[0]?.id ?? '', amount }] : [];
  const weights = order.map((rule) => floorOf(sumWhere(earnings, (earning) => earning.rule === rule)));
  const shares = allocate(amount, weights);
  return order.map(({ id }, index) => ({ rule: id, amount: shares[index] ?? 0 })).filter((share) => share.amount > 0);
}

function roundedBy({ rounding }: Currency, earnings: readonly Earning[]): number {
  const mode = rounding.mode === 'keep' ? 'half_up' : rounding.mode;
  const round = (points: Exact) => roundTo(points, mode, rounding.step);
  if (rounding.per === 'purchase') return round(sumWhere(earnings, () => true));
  const nameOf = ({ rule, line, tender }: Earning) =>
    rounding.per === 'rule' ? rule.id : rounding.per === 'line' ? String(line) : tender;
  const names = new Set(earnings.map(nameOf));
  let sum = 0;
  for (const name of names) sum += round(sumWhere(earnings, (earning) => nameOf(earning) === name));
  return sum;
}

/** Caps one after the other: what is above is trimmed from the last rule backwards, or declined whole. */
function capped(
  situation: RuleSituation,
  currency: Currency,
  shares: readonly RuleShare[],
  { capUses, cappedRules }: { readonly capUses: Count[]; readonly cappedRules: string[] },
): readonly RuleShare[] {
  let left = shares;
  const where = { market: situation.market.id, day: situation.storeDay };
  for (const cap of currency.caps) {
    const isOver = ({ rule }: RuleShare) => cap.rules?.has(rule) ?? true;
    const key = scopedKey(`cap:${currency.id}:${cap.id}`, cap.per, situation.event);
    const window = windowOf(cap);
    const used = window ? situation.values.used(key, window) : 0;
    const room = Math.max(0, cap.atMost(where) - used);
    const asked = sumOf(left.filter(isOver));
    if (asked > room && cap.reached === 'decline') cappedRules.push(...left.filter(isOver).map(({ rule }) => rule));
    if (asked > room) left = trimmed(left, isOver, cap.reached === 'trim' ? asked - room : asked);
    const given = sumOf(left.filter(isOver));
    if (window && given > 0) capUses.push({ key, amount: given });
  }
  return left;
}

function trimmed(
  shares: readonly RuleShare[],
  isOver: (share: RuleShare) => boolean,
  by: number,
): readonly RuleShare[] {
  let over = by;
  const kept = shares.toReversed().map((share) => {
    const cut = isOver(share) ? Math.min(over, share.amount) : 0;
    over -= cut;
    return { ...share, amount: share.amount - cut };
  });
  return kept.toReversed().filter(({ amount }) => amount > 0);
}

function windowOf(cap: Cap): Window | undefined {
  if (cap.over === 'purchase') return undefined;
  return { kind: cap.over === 'year' ? 'calendar_year' : cap.over };
}

function sumWhere(earnings: readonly Earning[], where: (earning: Earning) => boolean): Exact {
  let sum = ZERO;
  for (const earning of earnings) if (where(earning)) sum = plus(sum, earning.points);
  return sum;
}

/** Whole thousandths: enough to say which rule gave what when the sum is split. */
function floorOf(points: Exact): number {
  return Math.max(0, roundTo(times(points, whole(1000)), 'floor'));
}
