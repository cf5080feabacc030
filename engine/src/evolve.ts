import type { Account, Lot, Part, Standing, Voucher } from './account.ts';
import { assert } from './assert.ts';
import { addToCounter } from './counters/days.ts';
import type { Recorded } from './evidence.ts';
import type { Fact, FactOf } from './facts.ts';

/** The account after one fact. Understands every version of every fact ever written. */
export function evolve(account: Account, fact: Fact): Account {
  switch (fact.fact) {
    case 'enrolled':
      return enrolled(account, fact);
    case 'member_changed':
      return memberChanged(account, fact);
    case 'points_earned':
      return { ...account, lots: [...account.lots, lotEarned(fact)] };
    case 'points_spent':
    case 'points_expired':
    case 'points_taken_back':
      return { ...account, lots: without(account.lots, fact.parts) };
    case 'points_put_back':
      return { ...account, lots: withParts(account.lots, fact.currency, fact.parts) };
    case 'debt_incurred':
      return { ...account, debts: changed(account.debts, fact.currency, fact.amount) };
    case 'debt_repaid':
      return {
        ...account,
        lots: without(account.lots, fact.parts),
        debts: changed(account.debts, fact.currency, -fact.amount),
      };
    case 'points_held':
      return {
        ...account,
        lots: without(account.lots, fact.parts),
        holds: { ...account.holds, [fact.hold]: { currency: fact.currency, parts: fact.parts, until: fact.until } },
      };
    case 'hold_captured':
      return { ...account, holds: holdLess(account, fact.hold, fact.parts) };
    case 'hold_released':
      return {
        ...account,
        holds: holdLess(account, fact.hold, fact.parts),
        lots: withParts(account.lots, fact.currency, fact.parts),
      };
    case 'lots_redated':
      return { ...account, lots: redated(account.lots, fact) };
    case 'activity_noted':
      return { ...account, activity: { ...account.activity, [fact.currency]: fact.day } };
    case 'counter_changed':
      return {
        ...account,
        counters: {
          ...account.counters,
          [fact.counter]: addToCounter(account.counters[fact.counter] ?? [], fact.day, fact.amount),
        },
      };
    case 'level_changed':
      return { ...account, ladders: { ...account.ladders, [fact.ladder]: standingAfter(account, fact) } };
    case 'level_kept':
      return { ...account, ladders: { ...account.ladders, [fact.ladder]: standingKept(account, fact) } };
    case 'voucher_issued':
      return { ...account, vouchers: { ...account.vouchers, [fact.voucher]: voucherIssued(account, fact) } };
    case 'voucher_used':
      return { ...account, vouchers: voucherUsed(account, fact) };
    case 'voucher_brought_back':
      return { ...account, vouchers: { ...account.vouchers, [fact.voucher]: fact.after } };
    case 'voucher_expired':
    case 'voucher_cancelled':
      return { ...account, vouchers: less(account.vouchers, fact.voucher) };
    case 'crossing_reached':
      return {
        ...account,
        crossings: { ...account.crossings, [fact.rule]: [...(account.crossings[fact.rule] ?? []), fact.crossing] },
      };
    case 'crossing_lost': {
      const left = (account.crossings[fact.rule] ?? []).filter(({ at, day }) => at !== fact.at || day !== fact.day);
      return { ...account, crossings: { ...account.crossings, [fact.rule]: left } };
    }
    case 'erased':
      return memberErased(account, fact);
    case 'version_started':
      return { ...account, version: Math.max(account.version, fact.version) };
    case 'points_already_expired':
    case 'points_forgiven':
    case 'points_stay_expired':
    case 'stock_taken':
    case 'stock_returned':
    case 'not_honoured':
    case 'declined':
    case 'price_difference':
    case 'refund_due':
    case 'corrected':
      return account;
  }
}

/** The account after one recorded event: its facts in order, then sequence, time and version. */
export function fold(account: Account, recorded: Pick<Recorded, 'sequence' | 'event' | 'version' | 'facts'>): Account {
  let after = { ...account, sequence: recorded.sequence };
  for (const fact of recorded.facts) after = evolve(after, fact);
  return {
    ...after,
    time: Math.max(after.time, recorded.event.at),
    version: Math.max(after.version, recorded.version),
  };
}

function enrolled(account: Account, fact: FactOf<'enrolled'>): Account {
  const { cards, cardKinds, attributes, since } = fact;
  return {
    ...account,
    market: fact.market,
    since: account.market === '' ? since : account.since,
    members: { ...account.members, [fact.member]: { since, cards, cardKinds, attributes } },
  };
}

function memberChanged(account: Account, fact: FactOf<'member_changed'>): Account {
  const member = account.members[fact.member];
  assert(member, 'a changed member exists');
  const after = {
    ...member,
    ...(fact.cards && { cards: fact.cards }),
    ...(fact.cardKinds && { cardKinds: fact.cardKinds }),
    ...(fact.attributes && { attributes: { ...member.attributes, ...fact.attributes } }),
  };
  return { ...account, members: { ...account.members, [fact.member]: after } };
}

function memberErased(account: Account, fact: FactOf<'erased'>): Account {
  const member = account.members[fact.member];
  if (!member) return account;
  const bare = { since: member.since, cards: [], cardKinds: [], attributes: {} };
  return { ...account, erased: true, members: { ...account.members, [fact.member]: bare } };
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

function without(lots: readonly Lot[], parts: readonly Part[]): readonly Lot[] {
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

function withParts(lots: readonly Lot[], currency: string, parts: readonly Part[]): readonly Lot[] {
  const after = [...lots];
  for (const { lot: id, amount, ...dates } of parts) {
    const index = after.findIndex((lot) => lot.id === id);
    const lot = after[index];
    if (lot) after[index] = { ...lot, left: lot.left + amount };
    else after.push({ id, currency, left: amount, ...dates });
  }
  return after;
}

function redated(lots: readonly Lot[], fact: FactOf<'lots_redated'>): readonly Lot[] {
  const dates = new Map(fact.lots.map(({ lot, until }) => [lot, until]));
  return lots.map((lot) => {
    if (!dates.has(lot.id)) return lot;
    const { until: _, ...rest } = lot;
    const until = dates.get(lot.id);
    return until === undefined ? rest : { ...rest, until };
  });
}

function changed(amounts: Readonly<Record<string, number>>, key: string, by: number): Readonly<Record<string, number>> {
  const amount = (amounts[key] ?? 0) + by;
  assert(amount >= 0, 'no more debt is repaid than is owed');
  return amount === 0 ? less(amounts, key) : { ...amounts, [key]: amount };
}

function less<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record;
  return rest;
}

function holdLess(account: Account, id: string, parts: readonly Part[]): Account['holds'] {
  const hold = account.holds[id];
  assert(hold, 'an ended hold exists');
  const gone = new Map(parts.map(({ lot, amount }) => [lot, amount]));
  const left = hold.parts
    .map((part) => ({ ...part, amount: part.amount - (gone.get(part.lot) ?? 0) }))
    .filter(({ amount }) => amount > 0);
  return left.length === 0 ? less(account.holds, id) : { ...account.holds, [id]: { ...hold, parts: left } };
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

function voucherUsed(account: Account, fact: FactOf<'voucher_used'>): Account['vouchers'] {
  const voucher = account.vouchers[fact.voucher];
  assert(voucher, 'a used voucher is open');
  if (fact.spent) return less(account.vouchers, fact.voucher);
  const after: Voucher = {
    ...voucher,
    untouched: false,
    ...(voucher.remaining !== undefined && { remaining: voucher.remaining - (fact.value ?? 0) - (fact.lost ?? 0) }),
    ...(voucher.uses !== undefined && { uses: voucher.uses - 1 }),
  };
  return { ...account.vouchers, [fact.voucher]: after };
}
