import { nameIn, sayLevels } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Locale, Reward, Setting, VoucherTerms } from '../program.ts';
import { formatDuration } from './durations.ts';
import {
  formatDay,
  formatDecimal,
  formatPercent,
  formatShortMoney,
  formatShortPoints,
  listWithAnd,
} from './formats.ts';
import { sayCode, sayCodes } from './known-codes.ts';
import { REWARD_PHRASES } from './phrases/rewards.ts';
import { PHRASES } from './phrases.ts';
import { saySetting } from './settings.ts';
import { capitalised, paragraph } from './texts.ts';
import { saySpan } from './what-follows.ts';
import { sayLimit } from './windows.ts';

/** A reward: how one gets it, and what its voucher gives. */
export function sayReward(reward: Reward, speech: Speech): string {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const { levels, stock, limit, span, voucher } = reward;
  return paragraph([
    capitalised(sayWayToGet(reward, speech), locale),
    sayWorth(voucher, speech),
    voucher.products === undefined ? '' : phrases.goodFor(nameIn(voucher.products.name, locale)),
    voucher.minimum === undefined ? '' : phrases.minimum(sayMoney(voucher.minimum, speech)),
    ...sayWhere(voucher, speech),
    sayNeeds(reward, speech),
    voucher.combines ? '' : phrases.alone,
    voucher.uses === undefined ? '' : phrases.uses(phrases.times(voucher.uses)),
    voucher.startsAfter === undefined ? '' : phrases.startsAfter(formatDuration(voucher.startsAfter, locale)),
    sayValidity(voucher, locale),
    voucher.through === undefined ? '' : phrases.validThrough(formatDay(voucher.through, locale)),
    levels === undefined ? '' : phrases.onlyLevels(sayLevels(levels, speech)),
    stock === undefined ? '' : phrases.stock(formatDecimal(String(stock), locale)),
    limit === undefined ? '' : sayRewardLimit(limit, locale),
    saySpan(span, locale),
  ]);
}

/** What else it pays, and through which channels it can be used. */
function sayWhere({ charges, channels, exchangeOnly }: VoucherTerms, speech: Speech): readonly string[] {
  const phrases = REWARD_PHRASES[speech.locale];
  const several = (codes: ReadonlySet<string>) =>
    listWithAnd(
      [...codes].map((code) => sayCode(code, speech)),
      speech.locale,
    );
  return [
    charges.size === 0 ? '' : phrases.charges(several(charges)),
    channels.only === undefined ? '' : phrases.onlyThrough(sayCodes(channels.only, speech)),
    channels.not === undefined ? '' : phrases.notThrough(sayCodes(channels.not, speech)),
    exchangeOnly ? phrases.exchangeOnly : '',
  ];
}

function sayRewardLimit(limit: NonNullable<Reward['limit']>, locale: Locale): string {
  if (limit.times !== undefined) return sayLimit({ ...limit, times: limit.times }, locale);
  return REWARD_PHRASES[locale].inOne(PHRASES[locale].times(limit.per_event ?? 1));
}

function sayNeeds({ needs }: Reward, speech: Speech): string {
  if (!needs) return '';
  const channels = needs.channels === undefined ? '' : sayCodes(needs.channels, speech);
  const base = nameIn(needs.base.name, speech.locale);
  const phrases = REWARD_PHRASES[speech.locale];
  if (needs.amount === undefined) return phrases.needsAny(base, channels);
  return phrases.needs(sayMoney(needs.amount, speech), base, channels);
}

function sayWayToGet({ name, cost, issued }: Reward, speech: Speech): string {
  const { locale, program } = speech;
  const phrases = PHRASES[locale];
  const currency = program.currencies.get(cost?.currency ?? '');
  const reward = nameIn(name, locale);
  if (cost === undefined || currency === undefined || issued === 'by_rules') return phrases.givenByRules(reward);
  const points = saySetting(cost.amount, speech, (units) => formatShortPoints(units, currency, locale));
  return issued === 'automatically' ? phrases.becomes(points, reward) : phrases.exchangeable(points, reward);
}

function sayWorth({ gives }: VoucherTerms, speech: Speech): string {
  const phrases = PHRASES[speech.locale];
  if (gives.kind === 'amount') return phrases.worth[gives.change](sayMoney(gives.amount, speech));
  const upTo = gives.atMost === undefined ? '' : phrases.upTo(sayMoney(gives.atMost, speech));
  const what =
    gives.kind === 'percentage'
      ? `${phrases.percentOff(formatPercent(gives.percent, speech.locale))}${sayUnits(gives.units, speech)}`
      : phrases.freeProduct(nameIn(gives.products.name, speech.locale));
  return `${what}${upTo}.`;
}

function sayUnits(units: number | undefined, { locale }: Speech): string {
  return units === undefined ? '' : REWARD_PHRASES[locale].units(units);
}

function sayMoney(money: Setting<number>, speech: Speech): string {
  return saySetting(money, speech, (value, market) => formatShortMoney(value, market?.currency ?? '', speech.locale));
}

function sayValidity({ valid, endOf }: VoucherTerms, locale: Locale): string {
  const phrases = PHRASES[locale];
  const time = valid === undefined ? undefined : formatDuration(valid, locale);
  if (endOf !== undefined) return phrases.voucherEndOf[endOf](time);
  return time === undefined ? '' : phrases.valid(time);
}
