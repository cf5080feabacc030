import { nameIn } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Referral } from '../program.ts';
import { formatDuration } from './durations.ts';
import { formatShortMoney } from './formats.ts';
import { REFERRAL_PHRASES } from './phrases/referrals.ts';
import { PHRASES } from './phrases.ts';
import { saySetting } from './settings.ts';
import { paragraph } from './texts.ts';
import { sayEffects } from './what-follows.ts';

/** What members get for bringing friends, and when. */
export function sayReferral(referral: Referral, speech: Speech): readonly string[] {
  const phrases = REFERRAL_PHRASES[speech.locale];
  const { referrer, friend, purchase, returned } = referral;
  return [
    paragraph([phrases.code, sayCondition(referral, speech), phrases.notOneself]),
    paragraph([
      referrer.length === 0 ? '' : phrases.referrer(sayEffects(referrer, speech)),
      friend.length === 0 ? '' : phrases.friend(sayEffects(friend, speech)),
      sayLimit(referral, speech),
      purchase === undefined ? '' : returned === 'keep' ? phrases.kept : phrases.taken,
    ]),
  ];
}

function sayCondition({ purchase }: Referral, speech: Speech): string {
  const { locale } = speech;
  const phrases = REFERRAL_PHRASES[locale];
  if (purchase === undefined) return phrases.afterJoining;
  const { base, least, within } = purchase;
  const amount =
    least && saySetting(least, speech, (value, market) => formatShortMoney(value, market?.currency ?? '', locale));
  return phrases.afterPurchase(
    nameIn(base.name, locale),
    amount === undefined ? '' : phrases.least(amount),
    within === undefined ? '' : phrases.within(formatDuration(within, locale)),
  );
}

function sayLimit({ limit }: Referral, { locale }: Speech): string {
  if (limit === undefined) return '';
  const { times, over } = limit;
  const phrases = PHRASES[locale];
  const window =
    over.kind === 'rolling' ? phrases.withinAny(formatDuration(over.length, locale)) : phrases.limitWindow[over.kind];
  return REFERRAL_PHRASES[locale].limit(times, window);
}
