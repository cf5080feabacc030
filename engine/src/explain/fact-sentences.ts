import { levelName, nameIn } from '../document/leaves/references.ts';
import type { Fact, FactOf } from '../facts.ts';
import { decimalText } from '../numbers/money.ts';
import type { Currency, Locale, Program, Programs, Rule } from '../program.ts';
import type { RefusalCode } from '../refusals.ts';
import { giftOfStock } from '../rewards/stock.ts';
import { nameOfKey } from '../scopes.ts';
import { da } from './facts/da.ts';
import { en } from './facts/en.ts';
import type { FactPhrases } from './facts/fact-phrases.ts';
import { nb } from './facts/nb.ts';
import { sv } from './facts/sv.ts';
import { formatDay, formatDecimal, formatMoney, formatPoints, pointsName } from './formats.ts';
import { sentenceOfRule } from './rule-sentences.ts';
import { capitalised, sentence } from './texts.ts';

const PHRASES: Readonly<Record<Locale, FactPhrases>> = { en, da, sv, nb };

/** What happened, as a sentence for a statement or a why. Names are those of the newest version that has them. */
export function sentenceOfFact(programs: Programs, fact: Fact, locale: Locale): string {
  const names = new Names(programs, locale);
  const say = PHRASES[locale];
  return capitalised(sayPoints(fact, names, say) ?? saySide(fact, names, say) ?? '', locale);
}

/** A refusal's reason as a clause: "there are not enough points". */
export function reasonOfRefusal(code: RefusalCode, locale: Locale): string {
  return PHRASES[locale].reasons[code];
}

/** Why a rule whose conditions held was not applied, as a sentence. */
export function reasonNotApplied(declined: 'limit_reached' | 'better_alternative', locale: Locale): string {
  const { reasons, betterInstead } = PHRASES[locale];
  return sentence(declined === 'limit_reached' ? reasons.limit_reached : betterInstead, locale);
}

/** Facts that move points. */
function sayPoints(fact: Fact, names: Names, say: FactPhrases): string | undefined {
  switch (fact.fact) {
    case 'points_earned':
      return say.earned(
        names.points(fact),
        fact.from > fact.earned ? say.usableFrom(names.day(fact.from)) : '',
        names.until(fact.until, say),
      );
    case 'points_spent':
      return say.spent[fact.reason](names.points(fact), names.reward(fact.reward));
    case 'points_expired':
      return say.expired(names.points(fact));
    case 'points_taken_back':
      return say.takenBack[fact.reason](names.points(fact));
    case 'points_already_expired':
      return say.alreadyExpired(names.points(fact));
    case 'points_stay_expired':
      return say.stayExpired(names.points(fact));
    case 'points_forgiven':
      return say.forgiven(names.points(fact));
    case 'points_put_back':
      return say.putBack[fact.reason](names.points(fact));
    case 'debt_incurred':
      return say.debtIncurred(names.points(fact));
    case 'points_sent':
      return say.sent(names.points(fact));
    case 'points_received':
      return say.received(names.points(fact));
    case 'transfer_settled':
      return say.transferSettled(names.points(fact));
    case 'transfer_returned':
      return say.transferReturned(names.points(fact), say.reasons[fact.reason]);
    case 'debt_repaid':
      return say.debtRepaid(names.points(fact));
    case 'points_held':
      return say.held(names.points(fact));
    case 'hold_captured':
      return say.captured(names.points(fact));
    case 'hold_released':
      return say.released[fact.reason](names.points(fact));
    case 'lots_redated':
      return say.redated(names.pointsName(fact.currency));
    default:
      return undefined;
  }
}

/** Facts about clubs. */
function sayClub(fact: Fact, names: Names, say: FactPhrases): string | undefined {
  switch (fact.fact) {
    case 'subscription_started':
      return say.subscriptionStarted(names.club(fact.club), names.plan(fact));
    case 'trial_started':
      return say.trialStarted(names.club(fact.club), names.day(fact.until));
    case 'charge_due':
      return say.chargeDue(names.money(fact.amount, fact.currency), names.club(fact.club));
    case 'charge_failed': {
      const { club, retryOn } = fact;
      return say.chargeFailed(names.club(club), retryOn === undefined ? '' : say.chargedAgain(names.day(retryOn)));
    }
    case 'period_started':
      return say.periodStarted(names.club(fact.club), names.day(fact.until));
    case 'subscription_cancelled':
      return say.subscriptionCancelled(names.club(fact.club), names.day(fact.ends));
    case 'renewal_resumed':
      return say.renewalResumed(names.club(fact.club));
    case 'subscription_ended':
      return say.subscriptionEnded[fact.reason](names.club(fact.club));
    case 'charge_refunded':
      return say.chargeRefunded[fact.reason](names.money(fact.amount, fact.currency), names.club(fact.club));
    case 'benefit_used':
      return say.benefitUsed(names.club(fact.club));
    default:
      return undefined;
  }
}

/** Facts about vouchers. */
function sayVoucher(fact: Fact, names: Names, say: FactPhrases): string | undefined {
  switch (fact.fact) {
    case 'voucher_issued':
      return say.voucherIssued(names.reward(fact.reward), names.worth(fact, say), names.until(fact.until, say));
    case 'voucher_used':
      return sayVoucherUsed(fact, names, say);
    case 'voucher_brought_back':
      return say.voucherBroughtBack(names.reward(fact.reward), names.until(fact.after.until, say));
    case 'voucher_expired':
      return say.voucherExpired(names.reward(fact.reward), names.worth(fact, say));
    case 'voucher_cancelled':
      return say.voucherCancelled[fact.reason](names.reward(fact.reward), names.worth(fact, say));
    case 'offer_opened': {
      const until = fact.until === undefined ? '' : say.offerUntil(names.day(fact.until));
      return say.offerOpened(names.offer(fact.offer), until);
    }
    case 'offer_closed':
      return say.offerClosed(names.offer(fact.offer));
    case 'stock_taken':
      return say.stockTaken(names.number(fact.times), names.stocked(fact.reward));
    case 'stock_returned':
      return say.stockReturned(names.number(fact.times), names.stocked(fact.reward));
    default:
      return sayClub(fact, names, say);
  }
}

function sayVoucherUsed(
  { reward, value, lost, currency = '' }: FactOf<'voucher_used'>,
  names: Names,
  say: FactPhrases,
) {
  const money = value === undefined ? '' : say.forMoney(names.money(value, currency));
  const wasted = lost === undefined || lost === 0 ? '' : say.lostMoney(names.money(lost, currency));
  return say.voucherUsed(names.reward(reward), money, wasted);
}

/** Everything else that may follow from an event. */
function saySide(fact: Fact, names: Names, say: FactPhrases): string | undefined {
  switch (fact.fact) {
    case 'enrolled':
      return say.enrolled(names.market(fact.market));
    case 'member_changed':
      return say.memberChanged;
    case 'member_joined':
      return say.memberJoined(names.role(fact.role));
    case 'member_left':
      return say.memberLeft;
    case 'list_joined':
      return names.listed(fact.list, (list) =>
        say.listJoined(list, fact.through === undefined ? '' : say.listThrough(names.day(fact.through))),
      );
    case 'list_left':
      return names.listed(fact.list, (list) => say.listLeft(list));
    case 'activity_noted':
      return say.activityNoted(names.day(fact.day));
    case 'counter_changed': {
      const amount = names.counted(fact.counter, Math.abs(fact.amount));
      const counter = names.counter(fact.counter);
      // What limits and caps have used up has no name, and is nobody's news.
      if (counter === '') return '';
      return fact.amount < 0 ? say.counterLowered(counter, amount) : say.counterRaised(counter, amount);
    }
    case 'level_changed':
      return sayLevelChanged(fact, names, say);
    case 'level_kept':
      return say.levelKept(names.level(fact.ladder, fact.level), names.day(fact.until));
    case 'crossing_reached':
      // That a period was awarded is told by the points.
      if (names.isPeriod(fact.rule)) return '';
      if (names.challenge(fact.rule) !== undefined) return say.challengeDone(names.challenge(fact.rule) ?? '');
      return say.crossingReached(names.crossing(fact.rule, fact.crossing.at));
    case 'crossing_lost':
      if (names.isPeriod(fact.rule)) return '';
      if (names.challenge(fact.rule) !== undefined) return say.challengeLost(names.challenge(fact.rule) ?? '');
      return say.crossingLost(names.crossing(fact.rule, fact.at));
    case 'not_honoured':
      return say.notHonoured[fact.what](say.reasons[fact.reason]);
    case 'declined':
      return say.declined(say.reasons[fact.reason], names.rule(fact.rule));
    case 'price_difference':
      return say.priceDifference(names.money(fact.ours, fact.currency), names.money(fact.paid, fact.currency));
    case 'refund_due':
      return `${say.refundDue(names.money(fact.amount, fact.currency))}${sayDeducted(fact, names, say)}`;
    case 'refund_reduced':
      return say.refundReduced(names.money(fact.amount, fact.currency));
    case 'streak_ended':
      return say.streakEnded(names.counter(fact.counter), names.number(fact.length));
    case 'discount_given':
      return say.discountGiven(names.money(fact.amount, fact.currency), names.rule(fact.rule));
    case 'gift_given':
      return say.giftGiven(names.gift(fact.gift));
    case 'delivery_fee':
      return fact.fee === 0 ? say.deliveryFree : say.deliveryFee(names.money(fact.fee, fact.currency));
    case 'merged':
      return say.merged;
    case 'absorbed':
      return say.absorbed;
    case 'referred':
      return say.referred;
    case 'referral_fulfilled':
      return say.referralFulfilled;
    case 'referral_undone':
      return say.referralUndone;
    case 'referral_rewarded':
      return say.referralRewarded;
    case 'referral_withdrawn':
      return say.referralWithdrawn;
    case 'corrected':
      return sentence(say.corrected(fact.reason), names.locale);
    case 'erased':
      return say.erased;
    case 'version_started':
      return say.versionStarted(names.number(fact.version));
    default:
      return sayVoucher(fact, names, say);
  }
}

function sayDeducted({ deducted = [], currency }: FactOf<'refund_due'>, names: Names, say: FactPhrases): string {
  const sum = deducted.reduce((all, { amount }) => all + amount, 0);
  if (sum === 0) return '';
  return sum > 0 ? say.giftDeducted(names.money(sum, currency)) : say.giftForgotten(names.money(-sum, currency));
}

function sayLevelChanged({ ladder, from, to, until, reason }: FactOf<'level_changed'>, names: Names, say: FactPhrases) {
  const level = names.level(ladder, to);
  const change = from === undefined ? say.levelStarted(level) : say.levelChanged(names.level(ladder, from), level);
  return `${change}${until === undefined ? '' : say.levelUntil(names.day(until))}${say.levelReason[reason]}`;
}

/** Whoever gets something by a hidden list is not told of the list. */
function isHidden({ lists }: Program, { when }: Rule): boolean {
  const reads = when.flatMap((condition) => condition.reads);
  return reads.some((name) => name.startsWith('list:') && lists.get(name.slice('list:'.length))?.hidden);
}

/** Names and amounts of a fact in a language. */
class Names {
  readonly programs: readonly Program[];
  readonly locale: Locale;

  constructor(programs: Programs, locale: Locale) {
    this.programs = programs.versions.map(({ program }) => program).toReversed();
    this.locale = locale;
  }

  points({ amount, currency }: { readonly amount: number; readonly currency: string }): string {
    const known = this.currency(currency);
    return known === undefined ? this.number(amount) : formatPoints(amount, known, this.locale);
  }

  pointsName(key: string): string {
    const known = this.currency(key);
    return known === undefined ? '' : pointsName(known, 'several', this.locale);
  }

  money(amount: number, currency: string): string {
    return currency === '' ? decimalText(amount, 2) : formatMoney(amount, currency, this.locale);
  }

  number(value: number): string {
    return formatDecimal(String(value), this.locale);
  }

  day(day: number): string {
    return formatDay(day, this.locale);
  }

  until(day: number | undefined, say: FactPhrases): string {
    return day === undefined ? '' : say.goneOn(this.day(day));
  }

  worth({ value, currency }: { readonly value?: number; readonly currency?: string }, say: FactPhrases): string {
    return value === undefined || currency === undefined ? '' : say.worth(this.money(value, currency));
  }

  reward(id: string | undefined): string {
    return this.name(({ rewards }) => rewards.get(id ?? '')?.name) ?? '';
  }

  club(key: string): string {
    return this.name(({ clubs }) => clubs.get(nameOfKey(key))?.name) ?? '';
  }

  plan({ club, plan }: { readonly club: string; readonly plan: string }): string {
    return this.name(({ clubs }) => clubs.get(nameOfKey(club))?.plans.get(plan)?.name) ?? '';
  }

  role(id: string): string {
    return this.name(({ households }) => households?.roles.get(id)?.name) ?? '';
  }

  offer(key: string): string {
    return this.name(({ offers }) => offers.get(nameOfKey(key))?.name) ?? '';
  }

  isPeriod(key: string): boolean {
    return this.find(({ rules }) => rules.find(({ id }) => id === nameOfKey(key))?.on)?.kind === 'period';
  }

  /** The challenge that a rule is of. */
  challenge(key: string): string | undefined {
    return this.name(({ challenges }) => challenges.get(nameOfKey(key))?.name);
  }

  gift(id: string): string {
    return this.name(({ gifts }) => gifts.get(id)?.name) ?? '';
  }

  /** The reward or gift whose stock it is. */
  stocked(name: string): string {
    const gift = giftOfStock(name);
    return gift === undefined ? this.reward(name) : this.gift(gift);
  }

  market(id: string): string {
    return this.name(({ markets }) => markets.get(id)?.name) ?? id;
  }

  /** Nothing is told of a hidden list. */
  listed(id: string, say: (list: string) => string): string {
    const list = this.find(({ lists }) => lists.get(id));
    return list === undefined || list.hidden ? '' : say(nameIn(list.name, this.locale));
  }

  counter(key: string): string {
    return this.name(({ counters }) => counters.get(nameOfKey(key))?.name) ?? '';
  }

  level(ladder: string, level: string): string {
    return this.find((program) => levelName(program, nameOfKey(ladder), level, this.locale) || undefined) ?? level;
  }

  rule(id: string): string {
    const said = this.find((program) => {
      const rule = program.rules.find((known) => known.id === id);
      return rule && (isHidden(program, rule) ? '' : sentenceOfRule(program, rule, this.locale));
    });
    return said === undefined || said === '' ? '' : ` (${said})`;
  }

  /** An amount of what a counter counts. */
  counted(key: string, amount: number): string {
    const counter = this.find(({ counters }) => counters.get(nameOfKey(key)));
    if (counter?.counts.kind === 'earned') return this.points({ amount, currency: counter.counts.currency });
    if (counter?.unit !== 'money') return this.number(amount);
    // A fact of a counter does not name its market, so money is named only where the program has one currency.
    const currencies = new Set(
      this.programs.flatMap(({ markets }) => [...markets.values()].map((one) => one.currency)),
    );
    const [only = ''] = currencies;
    return currencies.size === 1 ? this.money(amount, only) : formatDecimal(decimalText(amount, 2), this.locale);
  }

  /** What the counter of a rule had to reach. */
  crossing(key: string, at: number): string {
    const on = this.find(({ rules }) => rules.find(({ id }) => id === nameOfKey(key))?.on);
    if (on?.kind === 'counter') return this.counted(on.counter, at);
    const level = on?.kind === 'level' && this.find(({ ladders }) => ladders.get(on.ladder)?.levels[at]?.id);
    return level ? this.level(on.ladder, level) : this.number(at);
  }

  private currency(key: string): Currency | undefined {
    return this.find(({ currencies }) => currencies.get(nameOfKey(key)));
  }

  private name(find: (program: Program) => Program['name'] | undefined): string | undefined {
    const words = this.find(find);
    return words === undefined ? undefined : nameIn(words, this.locale);
  }

  private find<T>(find: (program: Program) => T | undefined): T | undefined {
    for (const program of this.programs) {
      const found = find(program);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
