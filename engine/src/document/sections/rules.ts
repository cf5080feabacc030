import { z } from 'zod';
import { condition } from '../../conditions/conditions.ts';
import { effect } from '../../effects/effects.ts';
import type { Effect, Market, Rule, Trigger } from '../../program.ts';
import { isPricing } from '../../rules/stages.ts';
import type { Binding } from '../binding.ts';
import { unitOfCounter } from '../counter-unit.ts';
import { listOf } from '../leaf.ts';
import { amount } from '../leaves/amounts.ts';
import { PERIODS } from '../leaves/choices.ts';
import { day, durationFromZero } from '../leaves/dates.ts';
import { ladderName, levelOfLadder, reference } from '../leaves/references.ts';
import { identifier, text } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import { type Bound, bindAll } from '../unbound.ts';
import { canMatch } from './matching.ts';
import { limitShape } from './rewards.ts';
import { isForward, spanOf } from './spans.ts';

const NOTHING = { months: 0, days: 0, seconds: 0 };

const triggerShape = z.union([
  z.enum(['purchase', 'enrolment', 'birthday']),
  z.strictObject({ activity: text }),
  z.strictObject({
    birthday: z.strictObject({ before: durationFromZero.optional(), startOf: z.enum(['week', 'month']).optional() }),
  }),
  z.strictObject({ period: z.enum(PERIODS) }),
  z.strictObject({ level: ladderName, reaches: listOf(levelOfLadder) }),
  z.strictObject({ counter: reference('counters'), at: amount.optional(), every: amount.optional() }),
]);

export const ruleShape = z.strictObject({
  id: identifier,
  on: triggerShape,
  from: day.optional(),
  through: day.optional(),
  when: listOf(condition).optional(),
  // biome-ignore lint/suspicious/noThenProperty: the format's word; the object is never awaited
  then: listOf(effect),
  limit: limitShape.optional(),
  group: identifier.optional(),
  benefit: z.boolean().optional(),
  combines: z.boolean().optional(),
  returns: z.enum(['take_back', 'keep', 'deduct']).optional(),
  sentence: words.optional(),
});

type ParsedRule = z.output<typeof ruleShape>;

/** Effects count for the markets that the conditions leave, so that a rule for one market may name its currency. */
export function makeRule(parsed: ParsedRule, binding: Binding): Rule | undefined {
  const { when: parsedWhen, then: parsedThen, on: parsedOn, ...parsedRest } = parsed;
  const markets = binding.forMarkets(marketsOf(binding));
  const when = bindAll(parsedWhen ?? [], markets.at('when'));
  const effects = bindAll(parsedThen, markets.at('then'));
  const rest = bindAll(parsedRest, binding);
  const trigger = makeTrigger(parsedOn, markets.at('on'));
  if (when === undefined || effects === undefined || rest === undefined || trigger === undefined) return undefined;
  const { id, from, through, limit, group, benefit, combines, sentence, returns } = rest;
  const rule: Rule = {
    id,
    on: trigger,
    span: spanOf({ from, through }),
    when,
    // biome-ignore lint/suspicious/noThenProperty: the compiled rule's word; the object is never awaited
    then: effects as readonly Effect[],
    limit: limit === undefined ? undefined : { times: limit.times, over: limit.over, per: limit.per ?? 'account' },
    group,
    benefit: benefit ?? false,
    combines: combines ?? true,
    sentence,
    ...(returns && { returns }),
  };
  const isFit =
    isForward({ from, through }, binding) &&
    canMatch(rule, binding) &&
    mayStandAlone(rule, binding) &&
    losesSomething(rule, binding);
  return isFit ? rule : undefined;
}

/** What is not combined is a price; points have groups. */
function mayStandAlone(rule: Rule, binding: Binding): boolean {
  if (rule.combines || isPricing(rule)) return true;
  const message = '"combines" is only for a rule with a discount, a gift or delivery.';
  const remedy = 'Of rules that earn, give them the same "group": only the best of it counts.';
  binding.at('combines').reportAtKey('unknown_word', message, remedy);
  return false;
}

/** What a purchase gave goes with the purchase; only what a counter gave can be lost otherwise. */
function losesSomething({ on, returns }: Rule, binding: Binding): boolean {
  if (returns === undefined || on.kind === 'counter') return true;
  const message = '"returns" is for a rule on a counter; what a purchase gave goes with the purchase.';
  binding.at('returns').reportAtKey('unknown_word', message);
  return false;
}

function makeTrigger(parsed: ParsedRule['on'], binding: Binding): Trigger | undefined {
  const written = bindAll(parsed, binding);
  if (written === undefined) return undefined;
  if (written === 'birthday') return { kind: 'birthday', before: NOTHING, startOf: 'day' };
  if (typeof written === 'string') return { kind: written };
  if ('birthday' in written) {
    const { before, startOf } = written.birthday;
    return { kind: 'birthday', before: before ?? NOTHING, startOf: startOf ?? 'day' };
  }
  if ('period' in written) return { kind: 'period', period: written.period };
  if ('activity' in written) return { kind: 'activity', activity: written.activity };
  return 'level' in written ? levelTrigger(written, binding) : counterTrigger(written, binding);
}

type Written<Word extends string> = Extract<Bound<ParsedRule['on']>, Record<Word, unknown>>;

function levelTrigger({ level: ladder, reaches }: Written<'reaches'>, binding: Binding): Trigger | undefined {
  if (!binding.at('level').knows('ladders', ladder)) return undefined;
  const known = reaches.map((level, index) => binding.at('reaches', index).knowsLevel(ladder, level));
  return known.includes(false) ? undefined : { kind: 'level', ladder, levels: new Set(reaches) };
}

function counterTrigger({ counter, at, every }: Written<'counter'>, binding: Binding): Trigger | undefined {
  if ((at === undefined) === (every === undefined)) {
    const remedy = 'Write "at" for once, or "every" for each time so much more is reached.';
    binding.report('missing_word', 'A rule on a counter says either "at" or "every".', remedy);
    return undefined;
  }
  const unit = unitOfCounter(counter, binding.reading.made.currencies);
  const [once, again] = [at?.in(unit), every?.in(unit)];
  if (once !== undefined) return { kind: 'counter', counter: counter.id, at: once };
  return again === undefined ? undefined : { kind: 'counter', counter: counter.id, every: again };
}

/** The markets that the rule's own `market_is` leaves; all when it has none, or when it names none that there is. */
function marketsOf(binding: Binding): readonly Market[] {
  const when = binding.written('when');
  if (!Array.isArray(when)) return binding.markets;
  const named = when.flatMap((written: unknown) => {
    const markets = (written as { market_is?: { markets?: unknown } } | null)?.market_is?.markets;
    return Array.isArray(markets) ? [new Set(markets.map(String))] : [];
  });
  const left = binding.markets.filter(({ id }) => named.every((markets) => markets.has(id)));
  return left.length === 0 ? binding.markets : left;
}
