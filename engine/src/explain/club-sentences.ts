import { nameIn } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Club, ClubReward, Plan } from '../program.ts';
import { formatAgain, formatDuration, formatPriceTime } from './durations.ts';
import { formatShortMoney, listWithAnd } from './formats.ts';
import { PHRASES } from './phrases.ts';
import { saySetting } from './settings.ts';
import { capitalised, paragraph } from './texts.ts';
import { saySpan } from './what-follows.ts';

/** A club: its plans, what it gives, how it is renewed and how it ends. */
export function sayClub(club: Club, speech: Speech): readonly string[] {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const duration = (time: Parameters<typeof formatDuration>[0]) => formatDuration(time, locale);
  const retries = listWithAnd(club.retries.map(duration), locale);
  return [
    ...[...club.plans.values()].map((plan) => sayPlan(club, plan, speech)),
    ...club.rewards.map((reward) => sayClubReward(reward, speech)),
    paragraph([
      phrases.clubCancelling[club.cancelling],
      club.notice === undefined ? '' : phrases.clubNotice(duration(club.notice)),
      phrases.clubRefund[club.refund],
    ]),
    paragraph([
      retries === '' ? '' : phrases.clubRetries(retries),
      club.grace === undefined ? phrases.clubNoGrace : phrases.clubGrace(duration(club.grace)),
      phrases.ofEach[club.per],
    ]),
  ].filter((text) => text !== '');
}

function sayPlan(club: Club, { name, price, every, trial, becomes, span, when }: Plan, speech: Speech): string {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const plan = nameIn(name, locale);
  const length = formatDuration(every, locale);
  const eachTime = formatPriceTime(every, locale);
  const isFree = price.pieces?.every(({ value }) => value === 0) ?? false;
  const money = saySetting(price, speech, (value, market) => formatShortMoney(value, market?.currency ?? '', locale));
  const conditions = when.map(({ sentence, code }) => sentence?.(locale) ?? code);
  const next = becomes === undefined ? undefined : club.plans.get(becomes);
  return paragraph([
    capitalised(isFree ? phrases.clubPlanFree(plan, length) : phrases.clubPlan(plan, money, eachTime), locale),
    trial === undefined ? '' : phrases.clubTrial(formatDuration(trial, locale)),
    next === undefined ? '' : phrases.clubBecomes(nameIn(next.name, locale)),
    conditions.length === 0 ? '' : phrases.clubOnlyIf(listWithAnd(conditions, locale)),
    saySpan(span, locale),
  ]);
}

function sayClubReward({ reward, every, endsWith }: ClubReward, { locale, program }: Speech): string {
  const phrases = PHRASES[locale];
  const end = endsWith === undefined ? '' : phrases.clubRewardEnds[endsWith];
  return phrases.clubReward(nameIn(program.rewards.get(reward)?.name ?? {}, locale), formatAgain(every, locale), end);
}
