import type { Condition, Effect, Rule } from '../../program.ts';
import { type Day, parseDay } from '../../time/days.ts';
import type { Binding } from '../binding.ts';

/** Conditions of one value that name what it may be: two of them on the same thing must have something in common. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  level_is: 'levels',
  channel_is: 'channels',
  store_is: 'stores',
  market_is: 'markets',
  weekday_is: 'days',
};

const OF_A_PURCHASE = ['spend_at_least', 'has_product', 'code_entered', 'paid_with'];

const OF_A_BASKET: ReadonlySet<Effect['kind']> = new Set(['earn', 'multiply', 'discount', 'gift', 'delivery']);

/** Whether a rule can ever hold and do something; if not, the problem says why. */
export function canMatch(rule: Rule, binding: Binding): boolean {
  return (
    conditionsFitTrigger(rule, binding) &&
    effectsFitTrigger(rule, binding) &&
    haveCommonAlternatives(rule.when, binding) &&
    haveCommonDates(rule, binding) &&
    haveCommonCounts(rule.when, binding)
  );
}

function conditionsFitTrigger({ on, when }: Rule, binding: Binding): boolean {
  const index = when.findIndex(({ code }) => OF_A_PURCHASE.includes(code));
  const condition = when[index];
  if (on.kind === 'purchase' || condition === undefined) return true;
  const message = `"${condition.code}" looks at a purchase, but the rule is not on a purchase, so it never holds.`;
  binding.at('when', index, condition.code).reportAtKey('never_matches', message);
  return false;
}

function effectsFitTrigger({ on, then: effects }: Rule, binding: Binding): boolean {
  const counted = effects.findIndex(({ kind }: Effect) => kind === 'earn_counted');
  if (counted >= 0 && on.kind !== 'period') {
    const message = '"earn_counted" is for a period that ends, but the rule is not on a period.';
    binding
      .at('then', counted, 'earn_counted')
      .reportAtKey('never_matches', message, 'Write "on: { period: quarter }".');
    return false;
  }
  const index = effects.findIndex(({ kind }: Effect) => OF_A_BASKET.has(kind));
  const kind = effects[index]?.kind;
  if (on.kind === 'purchase' || kind === undefined) return true;
  const message = `"${kind}" is for a purchase, but the rule is not on a purchase.`;
  const remedy = kind === 'earn' || kind === 'multiply' ? 'Did you mean "give"?' : undefined;
  binding.at('then', index, kind).reportAtKey('never_matches', message, remedy);
  return false;
}

function haveCommonAlternatives(when: readonly Condition[], binding: Binding): boolean {
  const left = new Map<string, ReadonlySet<unknown>>();
  for (const [index, { code, parameters }] of when.entries()) {
    const named = parameters[ALTERNATIVES[code] ?? ''];
    if (!Array.isArray(named)) continue;
    const thing = `${code} ${String(parameters.ladder ?? '')}`;
    const both = new Set(named.map(String)).intersection(left.get(thing) ?? new Set(named.map(String)));
    if (both.size === 0) {
      const message = `Nothing can be both this and what "${code}" says before, so the rule never holds.`;
      binding.at('when', index, code).reportAtKey('never_matches', message);
      return false;
    }
    left.set(thing, both);
  }
  return true;
}

function haveCommonDates({ span, when }: Rule, binding: Binding): boolean {
  let [from, through]: [Day, Day] = [span.from ?? Number.NEGATIVE_INFINITY, span.through ?? Number.POSITIVE_INFINITY];
  for (const [index, { code, parameters }] of when.entries()) {
    if (code !== 'between_dates') continue;
    from = Math.max(from, parseDay(String(parameters.from)) ?? from);
    through = Math.min(through, parseDay(String(parameters.through)) ?? through);
    if (from <= through) continue;
    const message = 'No day is left by these dates and the rule’s other dates, so it never holds.';
    binding.at('when', index, code).reportAtKey('never_matches', message);
    return false;
  }
  return true;
}

/** At least as much as it must stay below: no number is both. */
function haveCommonCounts(when: readonly Condition[], binding: Binding): boolean {
  const least = new Map<string, number>();
  for (const { parameters } of when.filter(({ code }) => code === 'counter_at_least')) {
    least.set(String(parameters.counter), Number.parseFloat(String(parameters.amount)));
  }
  for (const [index, { code, parameters }] of when.entries()) {
    if (code !== 'counter_below') continue;
    const below = Number.parseFloat(String(parameters.amount));
    if (!((least.get(String(parameters.counter)) ?? Number.NaN) >= below)) continue;
    const message = 'The counter cannot be below this and at least what the rule asks elsewhere.';
    binding.at('when', index, code).reportAtKey('never_matches', message);
    return false;
  }
  return true;
}
