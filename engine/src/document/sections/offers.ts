import { z } from 'zod';
import { condition } from '../../conditions/conditions.ts';
import { effect } from '../../effects/effects.ts';
import { OFFER_PHRASES } from '../../explain/phrases/offers.ts';
import type { Condition, Counter, Effect, Offer, Rule, Trigger } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { unitOfCounter } from '../counter-unit.ts';
import { listOf } from '../leaf.ts';
import { amount } from '../leaves/amounts.ts';
import { scope } from '../leaves/choices.ts';
import { day, duration } from '../leaves/dates.ts';
import { positiveWhole } from '../leaves/numbers.ts';
import { identifier, text } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import { type Bound, bindAll } from '../unbound.ts';
import { countsOf, countsShape, unitOf } from './counters.ts';
import { canMatch } from './matching.ts';
import { limitShape } from './rewards.ts';
import { isForward, spanOf } from './spans.ts';

export const offerShape = z.strictObject({
  name: words,
  from: day.optional(),
  through: day.optional(),
  to: listOf(condition).optional(),
  activation: z.enum(['automatic', 'by_member', 'by_grant']).optional(),
  activations: limitShape.omit({ per: true }).optional(),
  lasts: duration.optional(),
  per: scope.optional(),
  uses: positiveWhole.optional(),
  on: z.union([z.enum(['purchase']), z.strictObject({ activity: text })]).optional(),
  when: listOf(condition).optional(),
  collect: z.strictObject({ counts: countsShape, amount }).optional(),
  // biome-ignore lint/suspicious/noThenProperty: the format's word; the object is never awaited
  then: listOf(effect),
  group: identifier.optional(),
  combines: z.boolean().optional(),
  returns: z.enum(['take_back', 'keep', 'deduct']).optional(),
});

type Parsed = z.output<typeof offerShape>;
type Written = Omit<Bound<Parsed>, 'to' | 'when' | 'then'>;

/** What one offer of the document becomes. */
export interface MadeOffer {
  readonly offer: Offer;
  readonly counter: Counter | undefined;
  readonly rule: Rule;
}

export function makeOffer(id: string, parsed: Parsed, binding: Binding): MadeOffer | undefined {
  const { to: parsedTo, when: parsedWhen, then: parsedThen, ...parsedRest } = parsed;
  const to = bindAll(parsedTo ?? [], binding.at('to')) as readonly Condition[] | undefined;
  const when = bindAll(parsedWhen ?? [], binding.at('when')) as readonly Condition[] | undefined;
  const effects = bindAll(parsedThen, binding.at('then')) as readonly Effect[] | undefined;
  const written = bindAll(parsedRest, binding);
  if (to === undefined || when === undefined || effects === undefined || written === undefined) return undefined;
  if (!isForward(written, binding) || !isAboutTheMember(to, binding.at('to')) || !fits(written, binding)) {
    return undefined;
  }
  const activation = written.activation ?? 'automatic';
  const asked = { to: activation === 'automatic' ? to : [], when };
  const made = written.collect
    ? collecting(id, written, asked, effects, binding)
    : { counter: undefined, collects: undefined, rule: giving(id, written, asked, effects) };
  if (made === undefined || !canMatch({ ...made.rule, when: written.collect ? [] : when }, binding)) return undefined;
  const { activations, lasts, per, uses } = written;
  const offer: Offer = {
    id,
    name: written.name,
    span: spanOf(written),
    to,
    activation,
    activations,
    lasts,
    per: per ?? 'account',
    uses,
    collects: made.collects,
  };
  return { offer, counter: made.counter, rule: made.rule };
}

interface Asked {
  readonly to: readonly Condition[];
  readonly when: readonly Condition[];
}

/** The offer gives at once, each time that its conditions hold. */
function giving(id: string, written: Written, { to, when }: Asked, effects: readonly Effect[]): Rule {
  const { on } = written;
  const trigger: Trigger =
    on === undefined || typeof on === 'string' ? { kind: 'purchase' } : { kind: 'activity', activity: on.activity };
  return ruleOf(id, written, { on: trigger, when: [whileOpen(id, ['open']), ...to, ...when] }, effects);
}

/** The offer gives when enough has been collected, over any number of events. */
function collecting(id: string, written: Written, { to, when }: Asked, effects: readonly Effect[], binding: Binding) {
  if (!written.collect) return undefined;
  const counts = countsOf(written.collect.counts);
  const counter: Counter = {
    id: `collected:${id}`,
    name: written.name,
    counts,
    when: [whileOpen(id, ['open', 'used_up']), ...to, ...when],
    window: { kind: 'forever' },
    per: written.per ?? 'account',
    unit: unitOf(counts),
    returns: 'lower',
    of: { offer: id },
  };
  const wanted = written.collect.amount.in(unitOfCounter(counter, binding.reading.made.currencies));
  if (wanted === undefined) return undefined;
  const on: Trigger = { kind: 'counter', counter: counter.id, every: wanted, times: written.uses };
  const rule = ruleOf(id, written, { on, when: [] }, effects);
  return { counter, collects: { counter: counter.id, amount: wanted }, rule };
}

function ruleOf(
  id: string,
  { group, combines, returns }: Written,
  { on, when }: Pick<Rule, 'on' | 'when'>,
  effects: readonly Effect[],
): Rule {
  return {
    id,
    on,
    span: {},
    when,
    // biome-ignore lint/suspicious/noThenProperty: the compiled rule's word; the object is never awaited
    then: effects,
    limit: undefined,
    group,
    benefit: false,
    combines: combines ?? true,
    sentence: undefined,
    offer: id,
    returns,
  };
}

/** What is collected goes on being counted when the offer has given all, so that a return finds what it lowers. */
function whileOpen(offer: string, states: readonly ('open' | 'used_up')[]): Condition {
  return {
    code: 'offer_open',
    parameters: { offer },
    sentence: (locale) => OFFER_PHRASES[locale].open,
    reads: [`offer:${offer}`],
    test: ({ read }) => {
      const state = read.offer(offer);
      return { holds: state !== null && states.includes(state) };
    },
  };
}

/** Who may have something is asked without a purchase. */
export function isAboutTheMember(conditions: readonly Condition[], binding: Binding): boolean {
  const index = conditions.findIndex(({ reads }) => reads.some((value) => value.startsWith('purchase')));
  if (index < 0) return true;
  const message = 'The condition looks at a purchase, but here stands who may have it, so it never holds.';
  binding.at(index).report('never_matches', message, 'Write it under "when".');
  return false;
}

function fits(written: Written, binding: Binding): boolean {
  const { activation = 'automatic', activations, collect, on, returns } = written;
  const misplaced = (word: string, message: string, remedy?: string) => {
    binding.at(word).reportAtKey('unknown_word', message, remedy);
    return false;
  };
  if (activations && activation !== 'by_member') {
    return misplaced(
      'activations',
      '"activations" is for an offer that members activate.',
      'Write "activation: by_member".',
    );
  }
  if (written.lasts && activation === 'automatic') {
    return misplaced(
      'lasts',
      '"lasts" is for an offer that is activated or granted.',
      'Say its days with "from" and "through".',
    );
  }
  if (collect && on !== undefined) {
    return misplaced('on', '"on" is not for an offer that collects: "counts" says what it looks at.');
  }
  if (!collect && returns !== undefined) {
    return misplaced(
      'returns',
      '"returns" is for an offer that collects; what a purchase gave goes with the purchase.',
    );
  }
  return true;
}
