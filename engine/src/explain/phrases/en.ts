import { listWithAnd } from '../formats.ts';
import type { Phrases } from './phrases.ts';

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

export const en: Phrases = {
  headings: {
    counts: 'What counts',
    counters: 'What is added up',
    rules: 'What members get',
    rewards: 'Rewards',
    returns: 'Returns and corrections',
    start: 'When this version starts',
    lists: 'Lists',
    gifts: 'Gifts',
    offers: 'Offers',
    challenges: 'Challenges',
    benefits: 'What members are entitled to',
  },
  market: (name, currency, city) => `In ${name} prices are in ${currency}, and days follow the clock in ${city}.`,
  languages: (list) => `Members are spoken to in ${list}.`,
  productCode: (list) => `product code ${list}`,
  productCodeBeginning: (list) => `a product code beginning with ${list}`,
  category: (list) => `category ${list}`,
  categoryBeginning: (list) => `a category beginning with ${list}`,
  allProducts: 'all products',
  productsWith: (list) => `products with ${list}`,
  alsoWith: (list) => `that also have ${list}`,
  exceptWith: (list) => `except those with ${list}`,
  takenOffFirst: (list) => `${list} are taken off first.`,
  nothingTakenOff: 'Nothing is taken off first.',
  takenOff: { discounts: 'discounts', vouchers: 'vouchers', points: 'what is paid with points' },
  tax: { included: 'Tax is included.', excluded: 'Tax does not count.' },
  chargesToo: (list) => `These count too: ${list}.`,
  onlyPaidWith: (list) => `Only what is paid with ${list} counts.`,
  onlyThrough: (list) => `Only purchases through ${list} count.`,
  notThrough: (list) => `Purchases through ${list} do not count.`,
  spentOn: (base) => `what is spent on ${base}`,
  numberOfPurchases: 'the number of purchases',
  numberOfUnits: (products) => `the number of ${products} bought`,
  earnedPoints: (points) => `the ${points} earned`,
  numberOfActivities: (activity) => `the number of times for ${activity}`,
  countedByRules: 'what the rules above add to it',
  window: {
    day: 'in one day',
    week: 'in one week',
    month: 'in one calendar month',
    quarter: 'in one quarter',
    calendar_year: 'in one calendar year',
    membership_year: 'in one membership year',
    forever: 'since joining',
  },
  inTheLast: (last) => `in ${last}`,
  onlyIf: (conditions) => `, but only if ${conditions}`,
  per: { account: '', member: ', for each member separately', card: ', for each card separately' },
  counterReturns: { lower: 'Returns are deducted.', keep: 'Returns change nothing.' },
  bestOf: (count) => `Of the following ${count}, only the one that gives the member most counts.`,
  onPurchase: 'On every purchase,',
  onEnrolment: 'On joining,',
  onActivity: (activity) => `For ${activity},`,
  onBirthday: (unit, before) => {
    const when = { day: 'the birthday', week: 'the week of the birthday', month: 'the month of the birthday' }[unit];
    if (before !== undefined) return `Once a year, ${before} before ${when},`;
    return unit === 'day' ? 'On the birthday,' : `When ${when} begins,`;
  },
  onPeriodEnd: (period) =>
    `When ${{ day: 'a day', week: 'a week', month: 'a calendar month', quarter: 'a quarter', calendar_year: 'a calendar year', membership_year: 'a membership year' }[period]} has ended,`,
  usesBenefit: 'This is a benefit of the membership, and what it gives counts as using it.',
  onLevel: (levels) => `On reaching ${levels},`,
  onCounterAt: (counter, amount) => `When the total of ${counter} reaches ${amount},`,
  onCounterEvery: (counter, amount) => `Each time the total of ${counter} has grown by another ${amount},`,
  memberDoes: (effects) =>
    `the member ${listWithAnd(
      effects.map(([verb, rest]) => `${verb} ${rest}`),
      'en',
    )}`,
  provided: (conditions) => `, if ${conditions}`,
  holdsFrom: (day) => `This holds from ${day}.`,
  holdsThrough: (day) => `This holds through ${day}.`,
  holdsBetween: (from, through) => `This holds from ${from} through ${through}.`,
  times,
  atMost: (count, window, scope, perEvent) => `At most ${count} ${window}${scope}${perEvent}.`,
  limitWindow: {
    day: 'a day',
    week: 'a week',
    month: 'a calendar month',
    quarter: 'a quarter',
    calendar_year: 'a calendar year',
    membership_year: 'a membership year',
    forever: 'in all',
  },
  withinAny: (duration) => `within ${duration}`,
  inOnePurchase: (count) => `, and ${count} in one purchase`,
  rounded: {
    keep: (points, step, per) => `All decimals of ${points} are kept, to the nearest of ${step}, ${per}.`,
    floor: (points, step, per) => `${points} are rounded down to ${step}, ${per}.`,
    ceiling: (points, step, per) => `${points} are rounded up to ${step}, ${per}.`,
    half_up: (points, step, per) => `${points} are rounded to ${step}, halves up, ${per}.`,
    half_even: (points, step, per) => `${points} are rounded to ${step}, halves to the even one, ${per}.`,
  },
  wholePoints: (points) => `whole ${points}`,
  multipleOf: (points) => `multiples of ${points}`,
  roundedPer: {
    purchase: 'once for each purchase',
    line: 'for each line of the receipt',
    rule: 'for each rule by itself',
    tender: 'for each means of payment',
  },
  usableAtOnce: 'They can be used at once.',
  usableAfter: (duration) => `They can be used ${duration} after they are earned.`,
  neverExpire: 'They never expire.',
  last: {
    day: (duration) => `They last ${duration} from the day they are earned.`,
    month: (duration) => `They last ${duration} from the day they are earned, and then to the end of that month.`,
    year: (duration) => `They last ${duration} from the day they are earned, and then to the end of that year.`,
  },
  goneOn: (dates) => `What is left is gone on ${dates} every year.`,
  lastMembershipYear: 'They expire at the end of the membership year in which they are earned.',
  goneAfterInactivity: (duration, acts) => `All of them expire ${duration} after the member last ${acts}.`,
  keptBy: {
    earning: (points) => `earned ${points}`,
    spending: (points) => `used ${points}`,
    activity: () => 'was active',
  },
  extended: (acts, within, by, from) =>
    `If the member ${acts} ${within === undefined ? 'in the calendar month' : `within ${within}`} before they would be gone, they last ${by} longer.${from === '' ? '' : ` That counts from ${from}.`}`,
  nothingExpiresAt: (levels) => `As long as the level is ${levels}, nothing expires.`,
  overdrawn: {
    debt: (points) =>
      `If ${points} that must be taken back are already used, the rest becomes a debt, which later ${points} repay.`,
    nothing: (points) => `If ${points} that must be taken back are already used, the rest is forgiven.`,
  },
  cost: (money, point) => `Each ${point} costs the shop ${money}.`,
  cap: (points, over) => `At most ${points} can be earned ${over}`,
  capOver: { purchase: 'on one purchase', day: 'in one day', month: 'in one month', year: 'in one year' },
  capReached: {
    trim: '; what goes beyond it is cut off.',
    decline: '; a purchase that would go beyond it earns none.',
  },
  capOfSomeRules: ', counting only some of the rules',
  ofEach: { account: '', member: 'Each member has their own.', card: 'Each card has its own.' },
  levelsByCounter: (counter, levels) => `Levels by ${counter}: ${levels}.`,
  levelsByTenure: (levels) => `Levels by time as a member: ${levels}.`,
  levelsByAway: (levels) => `Levels by time since the last purchase: ${levels}.`,
  levelFromStart: (level) => `${level} from the start`,
  levelFrom: (level, threshold) => `${level} from ${threshold}`,
  levelAfter: (level, duration) => `${level} after ${duration}`,
  up: {
    at_once: 'A member moves up at once, and the new level counts from the next purchase.',
    period_end: 'A member moves up when the period ends.',
  },
  reviewed: {
    first_of_month: 'On the first day of each month,',
    first_of_year: 'On the first day of each year,',
    end_of_keeping: 'When that time is over,',
  },
  falls: {
    to_qualified: 'the level falls to the one the member qualifies for, if that is lower.',
    one_step: 'the level falls by one step, if the member no longer qualifies for it.',
  },
  neverFalls: 'A level never falls.',
  neverReviewed: 'Levels are not reviewed.',
  keptFor: (duration) => `A level is kept for ${duration}.`,
  keptCalendarYears: (more) =>
    more === 0
      ? 'A level is kept to the end of the calendar year.'
      : `A level is kept to the end of the calendar year and ${more === 1 ? 'one more year' : `${more} more years`}.`,
  keptMembershipYears: (more) =>
    more === 0
      ? 'A level is kept to the end of the membership year.'
      : `A level is kept to the end of the membership year and ${more === 1 ? 'one more year' : `${more} more years`}.`,
  keptSince: {
    reached: 'To keep it, the member must reach the same again, counted from the day the level was reached.',
    window: 'To keep it, the member must then meet the same requirement.',
  },
  grace: (duration) => `Before a level falls, the member has ${duration} more to meet the requirement.`,
  ladderReturns: { keep: 'Returns alone never lower a level.', lower: 'A return may lower the level at once.' },
  wayIn: (card, level) => `Whoever holds ${card} has at least ${level}.`,
  becomes: (points, reward) =>
    `As soon as a member has ${points} available, they become ${reward}, as often as there are enough.`,
  exchangeable: (points, reward) => `A member can exchange ${points} for ${reward}.`,
  givenByRules: (reward) => `${reward} comes from the rules above.`,
  worth: {
    kept: (money) => `The voucher is worth ${money}, and what is left after a purchase stays on it.`,
    lost: (money) => `The voucher is worth ${money}, and what is left after a purchase is lost.`,
  },
  percentOff: (percent) => `The voucher takes ${percent} off`,
  freeProduct: (products) => `The voucher gives one free product of ${products}`,
  upTo: (money) => `, at most ${money}`,
  goodFor: (products) => `It is good for ${products} only.`,
  minimum: (money) => `The purchase must be at least ${money}.`,
  uses: (count) => `It can be used ${count}.`,
  startsAfter: (duration) => `It can be used from ${duration} after it is issued.`,
  valid: (duration) => `It is valid for ${duration} from the day it is issued.`,
  validThrough: (day) => `It can be used through ${day}.`,
  onlyLevels: (levels) => `Only for members at ${levels}.`,
  stock: (count) => `The whole stock is ${count}.`,
  clubPlan: (plan, price, every) => `${plan} costs ${price} ${every}.`,
  clubPlanFree: (plan, every) => `${plan} costs nothing and runs for ${every} at a time.`,
  clubTrial: (time) => `It is free to try for ${time}, once.`,
  clubBecomes: (plan) => `It then goes on as ${plan}.`,
  clubOnlyIf: (conditions) => `Only if ${conditions}.`,
  clubNotice: (time) => `Cancelled less than ${time} before it is renewed, the next period is still charged.`,
  clubRetries: (times) => `A payment that fails is tried again ${times} after it was due.`,
  clubGrace: (time) => `The benefits go on for ${time} after a payment has failed.`,
  clubNoGrace: 'The benefits stop at the end of what was paid, if the next payment fails.',
  clubCancelling: {
    period_end: 'It is renewed by itself. It can be cancelled at any time, and then runs to the end of what was paid.',
    at_once: 'It is renewed by itself. It can be cancelled at any time, and then ends at once.',
  },
  clubRefund: {
    never: 'What was paid is not paid back.',
    if_unused:
      'If no benefit was used since the last payment, that is paid back on cancelling, and the benefits end at once.',
    prorated: 'On cancelling, the days that are left are paid back, and the benefits end at once.',
  },
  clubReward: (reward, every, end) => `It gives ${reward} at its start and then ${every}${end}.`,
  clubRewardEnds: { month: ', good to the end of that calendar month', period: ', good to the end of that period' },
  voucherEndOf: {
    month: (time) =>
      time === undefined
        ? 'It is valid to the end of the month in which it is issued.'
        : `It is valid for ${time} and then to the end of that month.`,
    year: (time) =>
      time === undefined
        ? 'It is valid to the end of the year in which it is issued.'
        : `It is valid for ${time} and then to the end of that year.`,
  },
  birthdaysLocked: 'A birthday that is known is changed by staff only.',
  alone: 'It does not combine with other discounts, gifts or vouchers.',
  listed: (list) => `The list ${list} is kept by hand or by import.`,
  hidden: 'Members are not told of it.',
  giftWorth: (gift, sku, money) =>
    `${gift}, ${sku}: if it is kept when the purchase no longer entitles to it, ${money} is deducted from the refund.`,
  returnsAlways: 'Purchases can be returned at any time.',
  returnsWithin: (duration) => `Purchases can be returned within ${duration}.`,
  returnsUsable: (duration) =>
    `Points that come back because a purchase they paid for is returned can be used for at least ${duration}.`,
  takenBack:
    'A return takes back what the purchase earned: first from what is left of it, then from what is available, and then from unused vouchers, which are put back whole.',
  lateAlways: 'A purchase counts however late it is reported.',
  lateWithin: (duration) => `A purchase counts if it is reported within ${duration}.`,
  lateRestored: 'What expired before a late report came is given back.',
  lateNotRestored: 'What expired before a late report came stays expired.',
  approval: (amount) => `Corrections by staff of more than ${amount} points need a second person’s approval.`,
  longestHold: (duration) => `Points can be set aside for at most ${duration}.`,
  levelsKeptUntil: (ladder, day) => `Everyone keeps their ${ladder} until ${day}.`,
  redated: (points) => `The expiry dates of all ${points} are worked out again.`,
};
