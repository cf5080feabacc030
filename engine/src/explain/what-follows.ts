import { fill } from '../conditions/condition.ts';
import { sayCounted } from '../document/counter-unit.ts';
import { nameIn, sayLevels } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import { partOfEffect } from '../effects/effects.ts';
import type { Condition, Effect, Locale, Rule, Span } from '../program.ts';
import type { Duration } from '../time/days.ts';
import { formatDuration } from './durations.ts';
import { formatDay, listWithAnd } from './formats.ts';
import { sayCode } from './known-codes.ts';
import { PHRASES } from './phrases.ts';
import { capitalised } from './texts.ts';

/** When it happens, what the member gets, and on which conditions. */
export function sayWhatFollows(
  { when, then: effects }: Pick<Rule, 'when' | 'then'>,
  trigger: string,
  speech: Speech,
): string {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const conditions = when.map((condition) => clauseOf(condition, locale));
  const provided = conditions.length === 0 ? '' : phrases.provided(listWithAnd(conditions, locale));
  const verbs = sayEffects(effects, speech);
  return capitalised(`${trigger} ${phrases.memberDoes(verbs)}${provided}.`, locale);
}

/** The days on which a part counts, as a sentence. */
export function saySpan({ from, through }: Span, locale: Locale): string {
  const phrases = PHRASES[locale];
  if (from !== undefined && through !== undefined) {
    return phrases.holdsBetween(formatDay(from, locale), formatDay(through, locale));
  }
  if (from !== undefined) return phrases.holdsFrom(formatDay(from, locale));
  return through === undefined ? '' : phrases.holdsThrough(formatDay(through, locale));
}

/** A condition as a clause. */
export function clauseOf(condition: Condition, locale: Locale): string {
  return condition.sentence?.(locale) ?? condition.code;
}

/** `gets 20 points and a voucher`, for each verb. */
export function sayEffects(effects: readonly Effect[], speech: Speech): readonly (readonly [string, string])[] {
  return underOneVerb(
    effects.map((effect) => verbPhraseOf(effect, speech)),
    speech.locale,
  );
}

function verbPhraseOf(effect: Effect, speech: Speech): readonly [string, string] {
  const part = partOfEffect(effect);
  const [verb, rest] = part.sentence[speech.locale];
  return [verb, fill(rest, part.words(effect, speech))];
}

/** `gets 20 points and a voucher`: what has the same verb stands behind it together. */
function underOneVerb(
  phrases: readonly (readonly [verb: string, rest: string])[],
  locale: Locale,
): readonly (readonly [string, string])[] {
  const rests = new Map<string, string[]>();
  for (const [verb, rest] of phrases) rests.set(verb, [...(rests.get(verb) ?? []), rest]);
  return [...rests].map(([verb, all]) => [verb, listWithAnd(all, locale)]);
}

export function sayTrigger({ on }: Rule, speech: Speech): string {
  const { locale, program } = speech;
  const phrases = PHRASES[locale];
  switch (on.kind) {
    case 'purchase':
      return phrases.onPurchase;
    case 'enrolment':
      return phrases.onEnrolment;
    case 'activity':
      return phrases.onActivity(sayCode(on.activity, speech));
    case 'birthday':
      return phrases.onBirthday(on.startOf, isNothing(on.before) ? undefined : formatDuration(on.before, locale));
    case 'period':
      return phrases.onPeriodEnd(on.period);
    case 'level':
      return phrases.onLevel(sayLevels(on, speech));
    case 'counter': {
      const counter = program.counters.get(on.counter);
      const name = nameIn(counter?.name ?? {}, locale);
      const say = (amount: typeof on.at) => (counter && amount ? sayCounted(amount, counter, speech) : '');
      return on.every === undefined
        ? phrases.onCounterAt(name, say(on.at))
        : phrases.onCounterEvery(name, say(on.every));
    }
  }
}

function isNothing({ months, days }: Duration): boolean {
  return months === 0 && days === 0;
}
