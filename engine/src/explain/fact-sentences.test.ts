import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unopened, type Voucher } from '../account.ts';
import { readProgram } from '../document/read-program.ts';
import { SAMPLE_PROGRAM } from '../document/sample-program.ts';
import type { Fact, FactName, FactOf } from '../facts.ts';
import { carriedOf } from '../merges/carried.ts';
import { LOCALES, type Programs } from '../program.ts';
import { REFUSALS } from '../refusals.ts';
import { parseDay } from '../time/days.ts';
import { reasonOfRefusal, sentenceOfFact } from './fact-sentences.ts';

const day = (text: string) => parseDay(text) ?? 0;
const points = { v: 1, currency: 'points@member:m', amount: 1250 } as const;
const parts = [{ lot: '1.1', amount: 1250, from: 0, earned: 0 }];
const voucher: Voucher = {
  reward: 'five',
  sequence: 1,
  issued: day('2026-01-01'),
  from: day('2026-01-01'),
  until: day('2026-04-01'),
  parts: [],
  untouched: true,
};
const worth = { v: 1, voucher: 'V1', reward: 'five', value: 500, currency: 'GBP' } as const;

const period = { v: 1, club: 'plus', plan: 'monthly', from: day('2026-03-01'), until: day('2026-04-01') } as const;
const referral = { v: 1, referral: '2' } as const;
const carried = carriedOf(unopened('a'), 'm');
const gave = { points: [], vouchers: [] };
const charge = { charge: 'c', amount: 500, currency: 'GBP' } as const;

/** One of each: a fact that is added to the list must be added here, and get its sentence. */
const FACTS: { readonly [Name in FactName]: FactOf<Name> } = {
  enrolled: { fact: 'enrolled', v: 1, market: 'UK', since: 0, member: 'm', cards: [], cardKinds: [], attributes: {} },
  member_changed: { fact: 'member_changed', v: 1, member: 'm' },
  list_joined: { fact: 'list_joined', v: 1, member: 'm', list: 'club', from: 0, through: day('2026-12-31') },
  list_left: { fact: 'list_left', v: 1, member: 'm', list: 'club', day: 0 },
  points_earned: {
    ...points,
    fact: 'points_earned',
    lot: '2.1',
    from: day('2026-01-15'),
    until: day('2026-07-01'),
    earned: day('2026-01-01'),
    rules: [],
  },
  points_spent: { ...points, fact: 'points_spent', parts, reason: 'conversion', reward: 'five' },
  points_expired: { ...points, fact: 'points_expired', parts },
  points_taken_back: { ...points, fact: 'points_taken_back', parts, reason: 'return' },
  points_already_expired: { ...points, fact: 'points_already_expired', parts, purchase: 'p' },
  points_stay_expired: { ...points, fact: 'points_stay_expired' },
  points_forgiven: { ...points, fact: 'points_forgiven' },
  points_put_back: { ...points, fact: 'points_put_back', parts, reason: 'voucher_cancelled' },
  debt_incurred: { ...points, fact: 'debt_incurred', reason: 'return' },
  debt_repaid: { ...points, fact: 'debt_repaid', parts },
  points_held: { ...points, fact: 'points_held', hold: 'h', parts, until: 0 },
  hold_captured: { ...points, fact: 'hold_captured', hold: 'h', parts },
  hold_released: { ...points, fact: 'hold_released', hold: 'h', parts, reason: 'timed_out' },
  lots_redated: { fact: 'lots_redated', v: 1, currency: 'points', lots: [], reason: 'activity' },
  activity_noted: { fact: 'activity_noted', v: 1, currency: 'points', day: day('2026-01-01') },
  offer_opened: { fact: 'offer_opened', v: 1, offer: 'tea_week', from: 0, until: day('2026-03-08'), by: 'member' },
  offer_closed: { fact: 'offer_closed', v: 1, offer: 'tea_week', from: 0, day: 1, reason: 'withdrawn' },
  refund_reduced: { fact: 'refund_reduced', v: 1, rule: 'tea_week', currency: 'GBP', amount: 500, purchase: 'p' },
  streak_ended: { fact: 'streak_ended', v: 1, counter: 'challenge:regular', length: 3, day: 0 },
  counter_changed: { fact: 'counter_changed', v: 1, counter: 'visits', day: 0, amount: -1 },
  level_changed: {
    fact: 'level_changed',
    v: 1,
    ladder: 'status',
    from: 'bronze',
    to: 'silver',
    at: 0,
    until: day('2027-01-01'),
    reason: 'reached',
  },
  level_kept: { fact: 'level_kept', v: 1, ladder: 'status', level: 'gold', until: day('2027-01-01') },
  voucher_issued: {
    ...worth,
    fact: 'voucher_issued',
    issued: 0,
    from: 0,
    until: day('2026-04-01'),
    parts: [],
  },
  voucher_used: { ...worth, fact: 'voucher_used', lost: 50, spent: true, before: voucher },
  voucher_brought_back: { ...worth, fact: 'voucher_brought_back', after: voucher },
  voucher_expired: { ...worth, fact: 'voucher_expired' },
  voucher_cancelled: { ...worth, fact: 'voucher_cancelled', reason: 'points_taken_back' },
  stock_taken: { fact: 'stock_taken', v: 1, reward: 'five', times: 1 },
  stock_returned: { fact: 'stock_returned', v: 1, reward: 'five', times: 1 },
  crossing_reached: {
    fact: 'crossing_reached',
    v: 1,
    rule: 'earn',
    crossing: { at: 10, day: 0, vouchers: [], points: [] },
  },
  crossing_lost: { fact: 'crossing_lost', v: 1, rule: 'earn', at: 10, day: 0 },
  not_honoured: { fact: 'not_honoured', v: 1, what: 'voucher', which: 'V1', reason: 'voucher_expired' },
  declined: { fact: 'declined', v: 1, rule: 'welcome', reason: 'limit_reached' },
  price_difference: { fact: 'price_difference', v: 1, currency: 'GBP', ours: 1000, paid: 900 },
  refund_due: { fact: 'refund_due', v: 1, currency: 'GBP', amount: 1999, lines: [], purchase: 'p' },
  discount_given: { fact: 'discount_given', v: 1, rule: 'earn', currency: 'GBP', amount: 129, lines: [] },
  gift_given: {
    fact: 'gift_given',
    v: 1,
    rule: 'earn',
    gift: 'candle',
    sku: 'CANDLE',
    line: 1,
    worth: 650,
    currency: 'GBP',
  },
  delivery_fee: { fact: 'delivery_fee', v: 1, rule: 'earn', way: 'standard', fee: 490, currency: 'GBP' },
  member_joined: {
    fact: 'member_joined',
    v: 1,
    member: 'm',
    role: 'adult',
    since: 0,
    cards: [],
    cardKinds: [],
    attributes: {},
  },
  member_left: { fact: 'member_left', v: 1, member: 'm', day: day('2026-03-01') },
  subscription_started: { fact: 'subscription_started', v: 1, club: 'plus', plan: 'monthly', day: 0 },
  trial_started: { ...period, fact: 'trial_started' },
  charge_due: { ...period, fact: 'charge_due', ...charge, day: 0, attempt: 1 },
  charge_failed: {
    fact: 'charge_failed',
    v: 1,
    club: 'plus',
    charge: 'c',
    attempt: 1,
    retryOn: day('2026-03-02'),
    graceUntil: day('2026-03-08'),
  },
  period_started: { ...period, fact: 'period_started', ...charge },
  subscription_cancelled: { fact: 'subscription_cancelled', v: 1, club: 'plus', ends: day('2026-04-01') },
  renewal_resumed: { fact: 'renewal_resumed', v: 1, club: 'plus' },
  subscription_ended: { fact: 'subscription_ended', v: 1, club: 'plus', day: 0, reason: 'unpaid' },
  charge_refunded: { fact: 'charge_refunded', v: 1, club: 'plus', ...charge, reason: 'cancelled' },
  benefit_used: { fact: 'benefit_used', v: 1, club: 'plus', benefit: 'earn', day: 0 },
  points_sent: { ...points, fact: 'points_sent', parts, transfer: 't', day: 0, to: 'b' },
  points_received: { ...points, fact: 'points_received', parts, from: 'a', transfer: 't' },
  transfer_settled: { ...points, fact: 'transfer_settled', transfer: 't' },
  transfer_returned: { ...points, fact: 'transfer_returned', parts, transfer: 't', reason: 'member_erased' },
  merged: { fact: 'merged', v: 1, member: 'm', into: 'b', intoMember: 'n', carried },
  absorbed: { fact: 'absorbed', v: 1, from: 'a', fromMember: 'm', member: 'n', carried, ladders: {} },
  referred: { fact: 'referred', v: 1, member: 'm', by: 'a', byMember: 'n', day: 0 },
  referral_fulfilled: { ...referral, fact: 'referral_fulfilled', to: 'a', toMember: 'n', gave },
  referral_undone: { ...referral, fact: 'referral_undone', to: 'a', toMember: 'n' },
  referral_rewarded: { ...referral, fact: 'referral_rewarded', member: 'm', day: 0, gave },
  referral_withdrawn: { ...referral, fact: 'referral_withdrawn', member: 'm' },
  corrected: { fact: 'corrected', v: 1, reason: 'lost receipt' },
  erased: { fact: 'erased', v: 1, member: 'm' },
  version_started: { fact: 'version_started', v: 1, version: 2 },
};

function programs(): Programs {
  const reading = readProgram(SAMPLE_PROGRAM);
  if ('problems' in reading) assert.fail(JSON.stringify(reading.problems));
  return { id: 'corner-shop', versions: [{ number: 1, from: 0, program: reading.program }] };
}

/** Ids and codes that only machines read. */
const RAW = /\b(five|V1|welcome|bronze|silver|gold|points@|lot)\b|[a-z]+_[a-z]+|[{}]|undefined|NaN/;

for (const fact of Object.values(FACTS) as readonly Fact[]) {
  test(`${fact.fact} has its own sentence in every language`, () => {
    const told = LOCALES.map((locale) => sentenceOfFact(programs(), fact, locale));
    for (const sentence of told) {
      assert.match(sentence, /^[\p{Lu}\d£]/u);
      assert.match(sentence, /[.)]$/);
      assert.doesNotMatch(sentence, RAW);
    }
    assert.equal(new Set(told).size, LOCALES.length, told.join(' | '));
  });
}

test('points that may be used later say from when, and until when', () => {
  assert.equal(
    sentenceOfFact(programs(), FACTS.points_earned, 'en'),
    '1,250 points earned, usable from 15 January 2026, gone on 1 July 2026.',
  );
  assert.equal(
    sentenceOfFact(programs(), FACTS.points_earned, 'da'),
    '1.250 point optjent, kan bruges fra den 15. januar 2026, bortfalder den 1. juli 2026.',
  );
});

test('a fact of a thing that the newest version dropped is told with its old name', () => {
  const [version] = programs().versions;
  assert.ok(version);
  const later = { ...version, number: 2, program: { ...version.program, rewards: new Map() } };
  const both: Programs = { id: 'corner-shop', versions: [version, later] };
  assert.match(sentenceOfFact(both, FACTS.voucher_expired, 'en'), /a voucher, worth £5.00/);
});

test('every refusal has its reason in every language', () => {
  for (const code of REFUSALS) {
    const reasons = LOCALES.map((locale) => reasonOfRefusal(code, locale));
    assert.ok(
      reasons.every((reason) => reason.length > 5 && !reason.includes('_')),
      code,
    );
  }
});
