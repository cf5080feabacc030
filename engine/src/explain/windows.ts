import type { Locale, Rule, Window } from '../program.ts';
import { formatDuration, formatLast } from './durations.ts';
import { PHRASES } from './phrases.ts';

/** `in the last 12 months`, `in one calendar year`. */
export function sayWindow(window: Window, locale: Locale): string {
  const phrases = PHRASES[locale];
  return window.kind === 'rolling' ? phrases.inTheLast(formatLast(window.length, locale)) : phrases.window[window.kind];
}

/** `At most 3 times a day.` */
export function sayLimit(
  { times, over, per, per_event: perEvent }: NonNullable<Rule['limit']> & { readonly per_event?: number | undefined },
  locale: Locale,
): string {
  const phrases = PHRASES[locale];
  const inOne = perEvent === undefined ? '' : phrases.inOnePurchase(phrases.times(perEvent));
  return phrases.atMost(phrases.times(times), sayLimitWindow(over, locale), phrases.per[per], inOne);
}

/** `a day`, `in all`: what a limit is over. */
export function sayLimitWindow(over: Window, locale: Locale): string {
  const phrases = PHRASES[locale];
  return over.kind === 'rolling'
    ? phrases.withinAny(formatDuration(over.length, locale))
    : phrases.limitWindow[over.kind];
}
