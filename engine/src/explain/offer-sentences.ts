import { sayCounted } from '../document/counter-unit.ts';
import { levelName, nameIn } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Benefit, Challenge, Condition, Counter, Locale, Offer, Rule, Step } from '../program.ts';
import { formatDuration } from './durations.ts';
import { listWithAnd, pointsName } from './formats.ts';
import { OFFER_PHRASES } from './phrases/offers.ts';
import { PHRASES } from './phrases.ts';
import { capitalised, paragraph } from './texts.ts';
import { whatIsCounted } from './what-counts.ts';
import { saySpan, sayTrigger, sayWhatFollows } from './what-follows.ts';
import { sayLimitWindow, sayWindow } from './windows.ts';

/** An offer: what it gives, to whom, how it is opened and how often it is used. */
export function sayOffer(offer: Offer, rule: Rule, speech: Speech): string {
  const { locale, program } = speech;
  const phrases = OFFER_PHRASES[locale];
  const { activation, activations, lasts, uses, collects, to, span, name } = offer;
  const counter = program.counters.get(collects?.counter ?? '');
  // That the offer is open goes without saying, and who may have it is said once.
  const own = (when: readonly Condition[]) => when.slice(1);
  const follows =
    collects && counter
      ? sayWhatFollows({ ...rule, when: own(counter.when) }, sayCollecting(collects, counter, uses, speech), speech)
      : sayWhatFollows({ ...rule, when: own(rule.when) }, sayTrigger(rule, speech), speech);
  const isAsked = activation !== 'automatic' && to.length > 0;
  return paragraph([
    `${headed(name, locale)} ${follows}`,
    isAsked ? phrases.to(listOf(to, locale)) : '',
    phrases.activation[activation],
    activations
      ? phrases.activations(PHRASES[locale].times(activations.times), sayLimitWindow(activations.over, locale))
      : '',
    lasts ? phrases.lasts(formatDuration(lasts, locale)) : '',
    uses === undefined ? '' : phrases.uses(PHRASES[locale].times(uses)),
    rule.combines ? '' : PHRASES[locale].alone,
    collects ? phrases.returns[rule.returns ?? 'take_back'] : '',
    saySpan(span, locale),
  ]);
}

function sayCollecting(
  { amount }: NonNullable<Offer['collects']>,
  counter: Counter,
  uses: number | undefined,
  speech: Speech,
): string {
  const phrases = OFFER_PHRASES[speech.locale];
  const [what, much] = [whatIsCollected(counter, speech), sayCounted(amount, counter, speech)];
  return uses === 1 ? phrases.collectedAt(what, much) : phrases.collectedEvery(what, much);
}

/** As a noun, which a verb can follow. */
function whatIsCollected(counter: Counter, speech: Speech): string {
  const { locale, program } = speech;
  const { counts } = counter;
  if (counts.kind === 'base') return OFFER_PHRASES[locale].spentOn(nameIn(counts.base.name, locale));
  if (counts.kind !== 'earned') return whatIsCounted(counter, speech);
  const currency = program.currencies.get(counts.currency);
  return OFFER_PHRASES[locale].pointsEarned(currency ? pointsName(currency, 'several', locale) : '');
}

/** A challenge: its steps, and what whoever completes it gets. */
export function sayChallenge(challenge: Challenge, rule: Rule, speech: Speech): string {
  const { locale, program } = speech;
  const phrases = OFFER_PHRASES[locale];
  const { steps, streak, times, badge, to, span, name } = challenge;
  const window = program.counters.get(challenge.counter)?.window;
  const told = steps.map((step) => sayStep(step, challenge, speech));
  return paragraph([
    `${headed(name, locale)} ${capitalised(listWithAnd(told, locale), locale)}.`,
    streak ? phrases.streak(streak.length, streak.of) : '',
    window && !streak && window.kind !== 'forever' ? phrases.within(sayWindow(window, locale)) : '',
    rule.then.length === 0 ? '' : sayWhatFollows(rule, phrases.whenDone, speech),
    badge === undefined ? '' : phrases.badge(nameIn(badge, locale)),
    to.length === 0 ? '' : phrases.to(listOf(to, locale)),
    times === undefined ? '' : phrases.times(PHRASES[locale].times(times)),
    phrases.returns[rule.returns ?? 'take_back'],
    saySpan(span, locale),
  ]);
}

function sayStep({ name, counter: id, amount }: Step, { to }: Challenge, speech: Speech): string {
  const { locale, program } = speech;
  const counter = program.counters.get(id);
  if (!counter) return nameIn(name, locale);
  // Its first conditions are those of the whole challenge.
  const conditions = counter.when.slice(1 + to.length);
  const said = OFFER_PHRASES[locale].step(
    nameIn(name, locale),
    whatIsCollected(counter, speech),
    sayCounted(amount, counter, speech),
  );
  return conditions.length === 0 ? said : `${said}${PHRASES[locale].onlyIf(listOf(conditions, locale))}`;
}

/** A benefit: to whom, and from when. */
export function sayBenefit({ name, when, earlier, span }: Benefit, speech: Speech): string {
  const { locale, program } = speech;
  const phrases = OFFER_PHRASES[locale];
  const sooner = [...(earlier?.by ?? [])].map(([level, length]) =>
    phrases.earlier(formatDuration(length, locale), levelName(program, earlier?.ladder ?? '', level, locale)),
  );
  return paragraph([
    headed(name, locale),
    when.length === 0 ? phrases.everyone : phrases.to(listOf(when, locale)),
    saySpan(span, locale),
    sooner.length === 0 ? '' : `${capitalised(listWithAnd(sooner, locale), locale)}.`,
  ]);
}

function headed(name: Offer['name'], locale: Locale): string {
  return `${capitalised(nameIn(name, locale), locale)}:`;
}

function listOf(conditions: readonly Condition[], locale: Locale): string {
  return listWithAnd(
    conditions.map((condition) => condition.sentence?.(locale) ?? ''),
    locale,
  );
}
