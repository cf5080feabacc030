import type { Currency, Locale, Program, Window } from '../program.ts';
import { formatDuration } from './durations.ts';
import { formatPoints } from './formats.ts';
import { TRANSFER_PHRASES } from './phrases/transfers.ts';
import { PHRASES } from './phrases.ts';
import { capitalised, paragraph } from './texts.ts';

/** Whether members may send these points to each other; nothing where they may not. */
export function sayTransfers({ transfers }: Program, currency: Currency, locale: Locale): readonly string[] {
  const terms = transfers.get(currency.id);
  if (terms === undefined) return [];
  const phrases = TRANSFER_PHRASES[locale];
  const points = (whole: number) => formatPoints(whole * 10 ** currency.decimals, currency, locale);
  const said = paragraph([
    phrases.sendable,
    terms.least === undefined ? '' : phrases.least(points(terms.least)),
    terms.most === undefined ? '' : phrases.most(points(terms.most.amount), sayWindow(terms.most.over, locale)),
  ]);
  return [capitalised(said, locale)];
}

function sayWindow(window: Window, locale: Locale): string {
  const phrases = PHRASES[locale];
  return window.kind === 'rolling'
    ? phrases.withinAny(formatDuration(window.length, locale))
    : phrases.limitWindow[window.kind];
}
