import type { Account, Lot, Part, Sent, Standing, Voucher } from './account.ts';
import { type AccountInHand, own, takeInHand } from './account-in-hand.ts';
import { assert } from './assert.ts';
import { changeSubscription } from './clubs/change-subscription.ts';
import { addToCounter } from './counters/days.ts';
import type { Recorded } from './evidence.ts';
import type { Fact, FactOf } from './facts.ts';
import { staysAfter } from './lists/stays.ts';
import { absorbState, endByMerge } from './merges/change-merge.ts';
import { openingsAfter } from './offers/openings.ts';
import { changeReferral } from './referrals/change-referral.ts';

/** The account after one fact. Understands every version of every fact ever written. */
export function evolve(account: Account, fact: Fact): Account {
  const after = takeInHand(account);
  apply(after, fact);
  return after;
}

/** Lets a fact happen to an account in hand. */
export function apply(account: AccountInHand, fact: Fact): void {
  switch (fact.fact) {
    case 'enrolled':
      enrol(account, fact);
      return;
    case 'member_changed':
      changeMember(account, fact);
      return;
    case 'member_joined':
      joinHousehold(account, fact);
      return;
    case 'member_left':
      leaveHousehold(account, fact);
      return;
    case 'list_joined':
    case 'list_left':
      changeStays(account, fact);
      return;
    case 'points_earned':
      own(account, 'lots').push(lotEarned(fact));
      return;
    case 'points_spent':
    case 'points_expired':
    case 'points_taken_back':
      account.lots = without(account.lots, fact.parts);
      return;
    case 'points_put_back':
      putParts(own(account, 'lots'), fact.currency, fact.parts);
      return;
    case 'points_sent':
      account.lots = without(account.lots, fact.parts);
      account.transfers = { ...account.transfers, [fact.transfer]: sentOf(fact) };
      return;
    case 'points_received':
      putParts(own(account, 'lots'), fact.currency, fact.parts);
      return;
    case 'transfer_settled':
    case 'transfer_returned':
      endTransfer(account, fact);
      return;
    case 'debt_incurred':
      changeDebt(account, fact.currency, fact.amount);
      return;
    case 'debt_repaid':
      account.lots = without(account.lots, fact.parts);
      changeDebt(account, fact.currency, -fact.amount);
      return;
    case 'points_held':
      account.lots = without(account.lots, fact.parts);
      own(account, 'holds')[fact.hold] = { currency: fact.currency, parts: fact.parts, until: fact.until };
      return;
    case 'hold_captured':
      takeFromHold(account, fact.hold, fact.parts);
      return;
    case 'hold_released':
      takeFromHold(account, fact.hold, fact.parts);
      putParts(own(account, 'lots'), fact.currency, fact.parts);
      return;
    case 'lots_redated':
      account.lots = redated(account.lots, fact);
      return;
    case 'activity_noted':
      own(account, 'activity')[fact.currency] = fact.day;
      return;
    case 'counter_changed':
      own(account, 'counters')[fact.counter] = addToCounter(
        account.counters[fact.counter] ?? [],
        fact.day,
        fact.amount,
      );
      return;
    default:
      applyStanding(account, fact);
      return;
  }
}

/** Facts about levels, vouchers, crossings and members; what only tells leaves the account as it is. */
function applyStanding(account: AccountInHand, fact: Fact): void {
  switch (fact.fact) {
    case 'level_changed':
      own(account, 'ladders')[fact.ladder] = standingAfter(account, fact);
      return;
    case 'level_kept':
      own(account, 'ladders')[fact.ladder] = standingKept(account, fact);
      return;
    case 'voucher_issued':
      own(account, 'vouchers')[fact.voucher] = voucherIssued(account, fact);
      return;
    case 'voucher_used':
      useVoucher(account, fact);
      return;
    case 'voucher_brought_back':
      own(account, 'vouchers')[fact.voucher] = fact.after;
      if (account.lapsed?.[fact.voucher]) delete own(account, 'lapsed')[fact.voucher];
      return;
    case 'offer_opened':
    case 'offer_closed':
      changeOpenings(account, fact);
      return;
    case 'voucher_expired':
      lapse(account, fact);
      return;
    case 'voucher_cancelled':
      delete own(account, 'vouchers')[fact.voucher];
      return;
    case 'crossing_reached':
      own(account, 'crossings')[fact.rule] = [...(account.crossings[fact.rule] ?? []), fact.crossing];
      return;
    case 'crossing_lost': {
      const before = account.crossings[fact.rule] ?? [];
      own(account, 'crossings')[fact.rule] = before.flatMap((crossing) => {
        if (crossing.at !== fact.at || crossing.day !== fact.day) return [crossing];
        return fact.gone ? [{ at: crossing.at, day: crossing.day, vouchers: [], points: [], gone: true }] : [];
      });
      return;
    }
    case 'erased':
      eraseMember(account, fact);
      return;
    case 'version_started':
      account.version = Math.max(account.version, fact.version);
      return;
    case 'merged':
      endByMerge(account, fact);
      return;
    case 'absorbed':
      absorbState(account, fact);
      return;
    case 'referred':
    case 'referral_fulfilled':
    case 'referral_undone':
    case 'referral_rewarded':
    case 'referral_withdrawn':
      changeReferral(account, fact);
      return;
    default:
      changeSubscription(account, fact);
      return;
  }
}

/** The account after one recorded event: its facts in order, then sequence, time and version. */
export function fold(account: Account, recorded: Pick<Recorded, 'sequence' | 'event' | 'version' | 'facts'>): Account {
  const after = takeInHand(account);
  after.sequence = recorded.sequence;
  for (const fact of recorded.facts) apply(after, fact);
  settleHeader(after, recorded);
  return after;
}

/** What every recorded event does besides its facts. */
export function settleHeader(account: AccountInHand, { event, version }: Pick<Recorded, 'event' | 'version'>): void {
  account.time = Math.max(account.time, event.at);
  account.version = Math.max(account.version, version);
}

function enrol(account: AccountInHand, fact: FactOf<'enrolled'>): void {
  const { cards, cardKinds, attributes, since, birthday, address } = fact;
  if (account.market === '') account.since = since;
  account.market = fact.market;
  own(account, 'members')[fact.member] = {
    since,
    cards,
    cardKinds,
    attributes,
    ...(birthday && { birthday }),
    ...(address !== undefined && { address }),
  };
}

function joinHousehold(account: AccountInHand, { fact: _, v: __, member, ...person }: FactOf<'member_joined'>): void {
  own(account, 'members')[member] = person;
}

function leaveHousehold(account: AccountInHand, { member: id, day }: FactOf<'member_left'>): void {
  const member = account.members[id];
  assert(member, 'who leaves is a member');
  own(account, 'members')[id] = { ...member, left: day };
}

function changeMember(account: AccountInHand, fact: FactOf<'member_changed'>): void {
  const member = account.members[fact.member];
  assert(member, 'a changed member exists');
  own(account, 'members')[fact.member] = {
    ...member,
    ...(fact.cards && { cards: fact.cards }),
    ...(fact.cardKinds && { cardKinds: fact.cardKinds }),
    ...(fact.attributes && { attributes: { ...member.attributes, ...fact.attributes } }),
    ...(fact.birthday && { birthday: fact.birthday }),
    ...(fact.address !== undefined && { address: fact.address }),
  };
}

function changeStays(account: AccountInHand, fact: FactOf<'list_joined' | 'list_left'>): void {
  const member = account.members[fact.member];
  assert(member, 'who is on a list is a member');
  const lists = { ...member.lists, [fact.list]: staysAfter(member.lists?.[fact.list] ?? [], fact) };
  own(account, 'members')[fact.member] = { ...member, lists };
}

function eraseMember(account: AccountInHand, fact: FactOf<'erased'>): void {
  const member = account.members[fact.member];
  if (!member) return;
  const { since, role, left } = member;
  own(account, 'members')[fact.member] = {
    since,
    cards: [],
    cardKinds: [],
    attributes: {},
    ...(role !== undefined && { role }),
    ...(left !== undefined && { left }),
    erased: true,
  };
  // A household goes on without one of its persons; without anyone, nothing is begun any more.
  if (Object.values(account.members).every(({ erased }) => erased)) account.erased = true;
}

function lotEarned(fact: FactOf<'points_earned'>): Lot {
  return {
    id: fact.lot,
    currency: fact.currency,
    left: fact.amount,
    from: fact.from,
    ...(fact.until !== undefined && { until: fact.until }),
    earned: fact.earned,
  };
}

function without(lots: readonly Lot[], parts: readonly Part[]): Lot[] {
  const taken = new Map<string, number>();
  for (const { lot, amount } of parts) taken.set(lot, (taken.get(lot) ?? 0) + amount);
  const left: Lot[] = [];
  for (const lot of lots) {
    const amount = taken.get(lot.id);
    if (amount === undefined) {
      left.push(lot);
      continue;
    }
    taken.delete(lot.id);
    assert(amount <= lot.left, 'no more is taken from a lot than is left');
    if (amount < lot.left) left.push({ ...lot, left: lot.left - amount });
  }
  assert(taken.size === 0, 'points are taken from lots that exist');
  return left;
}

function putParts(lots: Lot[], currency: string, parts: readonly Part[]): void {
  for (const { lot: id, amount, ...dates } of parts) {
    const index = lots.findIndex((lot) => lot.id === id);
    const lot = lots[index];
    if (lot) lots[index] = { ...lot, left: lot.left + amount };
    else lots.push({ id, currency, left: amount, ...dates });
  }
}

function redated(lots: readonly Lot[], fact: FactOf<'lots_redated'>): Lot[] {
  const dates = new Map(fact.lots.map(({ lot, until }) => [lot, until]));
  return lots.map((lot) => {
    if (!dates.has(lot.id)) return lot;
    const { until: _, ...rest } = lot;
    const until = dates.get(lot.id);
    return until === undefined ? rest : { ...rest, until };
  });
}

function sentOf({ currency, day, parts }: FactOf<'points_sent'>): Sent {
  return { currency, day, parts };
}

function endTransfer(account: AccountInHand, fact: FactOf<'transfer_settled' | 'transfer_returned'>): void {
  const { [fact.transfer]: sent, ...others } = account.transfers ?? {};
  assert(sent, 'an answered transfer was sent');
  account.transfers = others;
  if (fact.fact === 'transfer_returned') putParts(own(account, 'lots'), fact.currency, fact.parts);
}

function changeDebt(account: AccountInHand, currency: string, by: number): void {
  const amount = (account.debts[currency] ?? 0) + by;
  assert(amount >= 0, 'no more debt is repaid than is owed');
  if (amount === 0) delete own(account, 'debts')[currency];
  else own(account, 'debts')[currency] = amount;
}

function takeFromHold(account: AccountInHand, id: string, parts: readonly Part[]): void {
  const hold = account.holds[id];
  assert(hold, 'an ended hold exists');
  const gone = new Map(parts.map(({ lot, amount }) => [lot, amount]));
  const left = hold.parts
    .map((part) => ({ ...part, amount: part.amount - (gone.get(part.lot) ?? 0) }))
    .filter(({ amount }) => amount > 0);
  if (left.length === 0) delete own(account, 'holds')[id];
  else own(account, 'holds')[id] = { ...hold, parts: left };
}

function standingAfter(account: Account, fact: FactOf<'level_changed'>): Standing {
  const before = account.ladders[fact.ladder];
  return {
    level: fact.to,
    since: fact.at,
    ...(fact.until !== undefined && { until: fact.until }),
    ...(fact.keptFrom && { keptFrom: fact.keptFrom }),
    history: [...(before?.history ?? []), { from: fact.at, level: fact.to }],
  };
}

function standingKept(account: Account, fact: FactOf<'level_kept'>): Standing {
  const before = account.ladders[fact.ladder];
  assert(before, 'a level that is kept was reached');
  return { ...before, until: fact.until, ...(fact.keptFrom && { keptFrom: fact.keptFrom }) };
}

function voucherIssued(account: Account, fact: FactOf<'voucher_issued'>): Voucher {
  return {
    reward: fact.reward,
    sequence: account.sequence,
    issued: fact.issued,
    from: fact.from,
    ...(fact.until !== undefined && { until: fact.until }),
    ...(fact.value !== undefined && { remaining: fact.value }),
    ...(fact.currency !== undefined && { currency: fact.currency }),
    ...(fact.uses !== undefined && { uses: fact.uses }),
    parts: fact.parts,
    ...(fact.pointsCurrency !== undefined && { pointsCurrency: fact.pointsCurrency }),
    untouched: true,
    ...(fact.member !== undefined && { member: fact.member }),
  };
}

/** For so long an expired voucher is remembered, for what is reported late. */
const REMEMBERED_DAYS = 400;

function lapse(account: AccountInHand, { voucher: id }: FactOf<'voucher_expired'>): void {
  const voucher = account.vouchers[id];
  delete own(account, 'vouchers')[id];
  if (!voucher) return;
  const { until = 0 } = voucher;
  const lapsed = own(account, 'lapsed');
  for (const [other, one] of Object.entries(lapsed)) {
    if ((one.until ?? 0) < until - REMEMBERED_DAYS) delete lapsed[other];
  }
  lapsed[id] = voucher;
}

function changeOpenings(account: AccountInHand, fact: FactOf<'offer_opened' | 'offer_closed'>): void {
  const before = account.offers?.[fact.offer] ?? [];
  account.offers = { ...account.offers, [fact.offer]: openingsAfter(before, fact) };
}

function useVoucher(account: AccountInHand, fact: FactOf<'voucher_used'>): void {
  const voucher = account.vouchers[fact.voucher];
  assert(voucher, 'a used voucher is open');
  if (fact.spent) {
    delete own(account, 'vouchers')[fact.voucher];
    return;
  }
  own(account, 'vouchers')[fact.voucher] = {
    ...voucher,
    untouched: false,
    ...(voucher.remaining !== undefined && { remaining: voucher.remaining - (fact.value ?? 0) - (fact.lost ?? 0) }),
    ...(voucher.uses !== undefined && { uses: voucher.uses - 1 }),
  };
}
