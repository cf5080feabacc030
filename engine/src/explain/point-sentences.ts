import { sayLevels } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Cap, Currency, Expiry, Extension, LevelTest, Locale, Rounding } from '../program.ts';
import { formatDuration } from './durations.ts';
import {
  formatDay,
  formatExactMoney,
  formatExactPoints,
  formatShortPoints,
  formatYearlyDate,
  listWithAnd,
  listWithOr,
  pointsName,
} from './formats.ts';
import { PHRASES } from './phrases.ts';
import { saySetting } from './settings.ts';
import { capitalised, paragraph } from './texts.ts';

/** A currency: how it rounds, when it can be used, when it is gone. */
export function sayCurrency(currency: Currency, speech: Speech): readonly string[] {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const several = pointsName(currency, 'several', locale);
  const { pending, overdrawn, cost, per } = currency;
  return [
    paragraph([
      capitalised(sayRounding(currency, speech), locale),
      ...currency.caps.map((cap) => sayCap(cap, currency, speech)),
    ]),
    paragraph([
      pending === undefined
        ? phrases.usableAtOnce
        : phrases.usableAfter(saySetting(pending, speech, (duration) => formatDuration(duration, locale))),
      ...sayExpiry(currency, speech),
      phrases.ofEach[per],
    ]),
    paragraph([
      phrases.overdrawn[overdrawn](several),
      cost === undefined
        ? ''
        : phrases.cost(
            saySetting(cost, speech, (value, market) => formatExactMoney(value, market?.currency ?? '', locale)),
            pointsName(currency, '1', locale),
          ),
    ]),
  ];
}

function sayRounding(currency: Currency, { locale }: Speech): string {
  const phrases = PHRASES[locale];
  const { mode, step, per }: Rounding = currency.rounding;
  const several = pointsName(currency, 'several', locale);
  const isWhole = step === 10 ** currency.decimals && currency.money === undefined;
  const to = isWhole
    ? phrases.wholePoints(several)
    : phrases.multipleOf(formatExactPoints({ n: step, d: 1 }, currency, locale));
  return phrases.rounded[mode](several, to, phrases.roundedPer[per]);
}

function sayExpiry(currency: Currency, speech: Speech): readonly string[] {
  const { inactive } = currency;
  return [
    ...sayExpires(currency, currency.expires, speech),
    ...(inactive ? sayExpires(currency, inactive, speech) : []),
  ];
}

function sayExpires(currency: Currency, expires: Expiry, speech: Speech): readonly string[] {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const several = pointsName(currency, 'several', locale);
  switch (expires.kind) {
    case 'never':
      return [phrases.neverExpire];
    case 'membership_year':
      return [phrases.lastMembershipYear];
    case 'dates':
      return [
        phrases.goneOn(
          listWithAnd(
            expires.dates.map((date) => formatYearlyDate(date, locale)),
            locale,
          ),
        ),
      ];
    case 'after': {
      const after = saySetting(expires.after, speech, (duration) => formatDuration(duration, locale));
      return [
        phrases.last[expires.endOf](after),
        sayUnless(expires.unless, speech),
        sayExtension(expires.extended, several, locale),
      ];
    }
    case 'inactivity': {
      const after = saySetting(expires.after, speech, (duration) => formatDuration(duration, locale));
      const acts = [...expires.keptBy].map((act) => phrases.keptBy[act](several));
      return [phrases.goneAfterInactivity(after, listWithOr(acts, locale)), sayUnless(expires.unless, speech)];
    }
  }
}

function sayExtension(extended: Extension | undefined, several: string, locale: Locale): string {
  if (extended === undefined) return '';
  const phrases = PHRASES[locale];
  const { keptBy, within, by, from } = extended;
  const acts = [...keptBy].map((act) => phrases.keptBy[act](several));
  return phrases.extended(
    listWithOr(acts, locale),
    within === 'month' ? undefined : formatDuration(within, locale),
    formatDuration(by, locale),
    from === undefined ? '' : formatDay(from, locale),
  );
}

function sayUnless(unless: LevelTest | undefined, speech: Speech): string {
  return unless === undefined ? '' : PHRASES[speech.locale].nothingExpiresAt(sayLevels(unless, speech));
}

function sayCap(cap: Cap, currency: Currency, speech: Speech): string {
  const phrases = PHRASES[speech.locale];
  const points = saySetting(cap.atMost, speech, (units) => formatShortPoints(units, currency, speech.locale));
  const some = cap.rules === undefined ? '' : phrases.capOfSomeRules;
  return `${phrases.cap(points, phrases.capOver[cap.over])}${phrases.per[cap.per]}${some}${phrases.capReached[cap.reached]}`;
}
