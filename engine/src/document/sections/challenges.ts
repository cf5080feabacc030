import { z } from 'zod';
import { condition } from '../../conditions/conditions.ts';
import { effect } from '../../effects/effects.ts';
import { isWithin } from '../../points/settle.ts';
import type { Challenge, Condition, Counter, Effect, Rule, Setting, Span, Step } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { unitOfCounter } from '../counter-unit.ts';
import { listOf } from '../leaf.ts';
import { amount } from '../leaves/amounts.ts';
import { scope, window } from '../leaves/choices.ts';
import { day } from '../leaves/dates.ts';
import { positiveWhole } from '../leaves/numbers.ts';
import { identifier } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import { type Bound, bindAll } from '../unbound.ts';
import { countsOf, countsShape, unitOf } from './counters.ts';
import { canMatch } from './matching.ts';
import { isAboutTheMember } from './offers.ts';
import { isForward, spanOf } from './spans.ts';

const stepShape = z.strictObject({
  id: identifier,
  name: words,
  counts: countsShape,
  when: listOf(condition).optional(),
  amount,
});

export const challengeShape = z.strictObject({
  name: words,
  from: day.optional(),
  through: day.optional(),
  to: listOf(condition).optional(),
  per: scope.optional(),
  steps: listOf(stepShape),
  window: window.optional(),
  streak: z.strictObject({ of: z.enum(['day', 'week', 'month', 'quarter']), length: positiveWhole }).optional(),
  times: positiveWhole.optional(),
  // biome-ignore lint/suspicious/noThenProperty: the format's word; the object is never awaited
  then: listOf(effect).optional(),
  badge: words.optional(),
  returns: z.enum(['take_back', 'keep', 'deduct']).optional(),
});

type Parsed = z.output<typeof challengeShape>;
type Written = Omit<Bound<Parsed>, 'to' | 'steps' | 'then'>;

/** What one challenge of the document becomes: a counter for each step, one for the rounds, and a rule on it. */
export interface MadeChallenge {
  readonly challenge: Challenge;
  readonly counters: readonly Counter[];
  readonly rule: Rule;
}

export function makeChallenge(id: string, parsed: Parsed, binding: Binding): MadeChallenge | undefined {
  const { to: parsedTo, steps: parsedSteps, then: parsedThen, ...parsedRest } = parsed;
  const to = bindAll(parsedTo ?? [], binding.at('to')) as readonly Condition[] | undefined;
  const effects = bindAll(parsedThen ?? [], binding.at('then')) as readonly Effect[] | undefined;
  const written = bindAll(parsedRest, binding);
  if (to === undefined || effects === undefined || written === undefined) return undefined;
  if (!isForward(written, binding) || !isAboutTheMember(to, binding.at('to')) || !fits(written, effects, binding)) {
    return undefined;
  }
  const whole = { id, written, asked: [within(spanOf(written)), ...to] };
  const steps = parsedSteps.map((step, index) => makeStep(whole, step, parsedSteps, binding.at('steps', index)));
  const made = steps.filter((step) => step !== undefined);
  if (made.length < steps.length) return undefined;
  const rounds = roundsOf(whole, made);
  const rule = ruleOf(whole, rounds, effects);
  if (!canMatch(rule, binding)) return undefined;
  const { name, per, streak, times, badge } = written;
  const challenge: Challenge = {
    id,
    name,
    span: spanOf(written),
    to,
    per: per ?? 'account',
    steps: made.map(({ step }) => step),
    counter: rounds.id,
    streak,
    times,
    badge,
  };
  return { challenge, counters: [...made.map(({ counter }) => counter), rounds], rule };
}

interface Whole {
  readonly id: string;
  readonly written: Written;
  /** What must hold for anything to count. */
  readonly asked: readonly Condition[];
}

interface MadeStep {
  readonly step: Step;
  readonly counter: Counter;
}

function makeStep(
  { id: challenge, written, asked }: Whole,
  { when: parsedWhen, ...parsed }: Parsed['steps'][number],
  all: Parsed['steps'],
  binding: Binding,
): MadeStep | undefined {
  const when = bindAll(parsedWhen ?? [], binding.at('when')) as readonly Condition[] | undefined;
  const step = bindAll(parsed, binding);
  if (when === undefined || step === undefined) return undefined;
  const { id, name } = step;
  if (all.filter((one) => one.id === id).length > 1) {
    binding.at('id').report('duplicate', `There is another step "${id}".`);
    return undefined;
  }
  const counts = countsOf(step.counts);
  const counter: Counter = {
    id: `step:${challenge}:${id}`,
    name,
    counts,
    when: [...asked, ...when],
    window: written.window ?? { kind: 'forever' },
    per: written.per ?? 'account',
    unit: unitOf(counts),
    returns: written.returns === 'keep' ? 'keep' : 'lower',
    of: { challenge },
  };
  const wanted = step.amount.in(unitOfCounter(counter, binding.reading.made.currencies));
  return wanted && { step: { id, name, counter: counter.id, amount: wanted }, counter };
}

function roundsOf({ id, written }: Whole, steps: readonly MadeStep[]): Counter {
  return {
    id: `challenge:${id}`,
    name: written.name,
    counts: {
      kind: 'rounds',
      steps: steps.map(({ step, counter }) => ({ counter, amount: step.amount })),
      streak: written.streak?.of,
    },
    when: [],
    window: written.window ?? { kind: 'forever' },
    per: written.per ?? 'account',
    unit: 'times',
    returns: 'lower',
    of: { challenge: id },
  };
}

function ruleOf({ id, written }: Whole, rounds: Counter, effects: readonly Effect[]): Rule {
  return {
    id,
    on: { kind: 'counter', counter: rounds.id, every: always(written.streak?.length ?? 1), times: written.times },
    span: {},
    when: [],
    // biome-ignore lint/suspicious/noThenProperty: the compiled rule's word; the object is never awaited
    then: effects,
    limit: undefined,
    group: undefined,
    benefit: false,
    combines: true,
    sentence: undefined,
    challenge: id,
    returns: written.returns,
  };
}

function always(value: number): Setting<number> {
  return Object.assign(() => value, { pieces: [{ value }] });
}

/** On the days of the challenge, where it happens. */
function within(span: Span): Condition {
  return {
    code: 'between_dates',
    parameters: {},
    reads: [],
    test: ({ day: today }) => ({ holds: isWithin(span, today) }),
  };
}

function fits({ streak, window: length, badge }: Written, effects: readonly Effect[], binding: Binding): boolean {
  if (streak && length) {
    const message = '"window" is not for a streak, which goes on for as long as it is not broken.';
    binding.at('window').reportAtKey('unknown_word', message);
    return false;
  }
  if (effects.length > 0 || badge !== undefined) return true;
  binding.report('missing_word', 'A challenge gives something or shows a badge.', 'Write "then" or "badge".');
  return false;
}
