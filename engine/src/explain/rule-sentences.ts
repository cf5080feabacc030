import type { Condition, Locale, Program, Rule } from '../program.ts';
import { sayChallenge, sayOffer } from './offer-sentences.ts';
import { OFFER_PHRASES } from './phrases/offers.ts';
import { PHRASES } from './phrases.ts';
import { capitalised, paragraph } from './texts.ts';
import { clauseOf, saySpan, sayTrigger, sayWhatFollows } from './what-follows.ts';
import { sayLimit } from './windows.ts';

/** A rule as sentences: the author's own, or made from its parts. */
export function sentenceOfRule(program: Program, rule: Rule, locale: Locale): string {
  const own = rule.sentence?.[locale];
  if (own !== undefined) return own;
  const speech = { locale, program };
  const offer = program.offers.get(rule.offer ?? '');
  if (offer) return sayOffer(offer, rule, speech);
  const challenge = program.challenges.get(rule.challenge ?? '');
  if (challenge) return sayChallenge(challenge, rule, speech);
  const phrases = PHRASES[locale];
  return paragraph([
    sayWhatFollows(rule, sayTrigger(rule, speech), speech),
    rule.benefit ? phrases.usesBenefit : '',
    rule.limit === undefined ? '' : sayLimit(rule.limit, locale),
    rule.combines ? '' : phrases.alone,
    rule.returns ? OFFER_PHRASES[locale].returns[rule.returns] : '',
    saySpan(rule.span, locale),
  ]);
}

/** A condition as a sentence of its own: "At least £40 is spent on goods." */
export function sentenceOfCondition(condition: Condition, locale: Locale): string {
  return capitalised(`${clauseOf(condition, locale)}.`, locale);
}
