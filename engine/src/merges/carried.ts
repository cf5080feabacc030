import type { Account } from '../account.ts';
import type { Recorded } from '../evidence.ts';
import type { Carried } from './carried-state.ts';

/** Between the account that a lot or voucher comes from and its id there. */
const FROM = ':';

export interface Move {
  readonly from: string;
  readonly fromMember: string;
  readonly toMember: string;
}

/** In the account's own terms. */
export function carriedOf(account: Account, fromMember: string): Carried {
  const member = account.members[fromMember];
  const { since, lots, debts, activity, counters, ladders, offers, referral, referred, vouchers, crossings } = account;
  const { subscriptions, absorbed = {} } = account;
  const { cards = [], cardKinds = [], lists } = member ?? {};
  return {
    since,
    lots,
    debts,
    activity,
    counters,
    ladders,
    ...(offers && { offers }),
    ...(referral && { referral }),
    ...(referred && { referred }),
    vouchers,
    crossings,
    subscriptions,
    member: { since: member?.since ?? since, cards, cardKinds, ...(lists && { lists }) },
    absorbed: Object.fromEntries([...Object.keys(absorbed), account.id].map((id) => [id, fromMember])),
  };
}

/** An event of a merged account as the account that goes on would have recorded it. */
export function carriedRecorded(recorded: Recorded, move: Move): Recorded {
  const { event, facts } = recorded;
  const moved = { ...event, ...(event.member === move.fromMember && { member: move.toMember }) };
  return { ...recorded, event: moved, facts: inTermsOf(facts, move) };
}

/** The account that a lot or voucher comes from, and its id there; nothing when it is the account's own. */
export function originOfCarried(id: string): { readonly account: string; readonly id: string } | undefined {
  const at = id.indexOf(FROM);
  return at < 0 ? undefined : { account: id.slice(0, at), id: id.slice(at + FROM.length) };
}

export function carriedId(from: string, id: string): string {
  return id.includes(FROM) ? id : `${from}${FROM}${id}`;
}

/** The same in the terms of the account that goes on: every key and id, wherever it stands. */
export function inTermsOf<Value>(value: Value, move: Move): Value {
  return moved(value, undefined, move) as Value;
}

/** Fields whose texts, or the names below which, are ids of lots or vouchers. */
const IDS: ReadonlySet<string> = new Set(['id', 'lot', 'voucher', 'vouchers']);

function moved(value: unknown, field: string | undefined, move: Move): unknown {
  if (typeof value === 'string') {
    const isId = field !== undefined && IDS.has(field) && /^\d+[.-]\d+$/.test(value);
    return isId ? carriedId(move.from, value) : renamed(value, move);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => moved(one, field, move));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const isId = field !== undefined && IDS.has(field) && /^\d+-\d+$/.test(name);
      // Names below `absorbed` are accounts, whatever they are called.
      if (field === 'absorbed') return [name, moved(one, name, move)];
      return [isId ? carriedId(move.from, name) : renamed(name, move), moved(one, name, move)];
    }),
  );
}

/** `points@member:OLD` and the bare id of the member. */
function renamed(text: string, { fromMember, toMember }: Move): string {
  if (text === fromMember) return toMember;
  return text.endsWith(`@member:${fromMember}`) ? text.slice(0, -fromMember.length) + toMember : text;
}

/** The lots that an event made itself. */
export function lotsMadeBy({ facts }: Pick<Recorded, 'facts'>): ReadonlySet<string> {
  return new Set(facts.flatMap((fact) => (fact.fact === 'points_earned' ? [fact.lot] : [])));
}
