import type { Part } from '../account.ts';
import { sumBetween } from '../counters/days.ts';
import { windowStart } from '../counters/windows.ts';
import { type Draft, nextLot, post } from '../draft.ts';
import type { TransferAnswer, TransferReceipt, TransferRequest } from '../event.ts';
import { noteActivity } from '../points/award.ts';
import { takePoints } from '../points/lots.ts';
import type { TransferTerms } from '../program.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import { scopedKey } from '../scopes.ts';

/** Points leave for another account: they are on their way until it has answered. */
export function sendPoints(draft: Draft, { currency: id, amount, to, toMember }: TransferRequest): Refusal | undefined {
  const currency = draft.program.currencies.get(id);
  if (!currency) return refuse('unknown_currency', { currency: id });
  if (!Number.isSafeInteger(amount) || amount <= 0) return refuse('malformed', { at: '/amount' });
  if (to === draft.account.id) return refuse('malformed', { at: '/to' });
  const terms = draft.program.transfers.get(id);
  if (!terms) return refuse('not_transferable', { currency: id });
  const whole = 10 ** currency.decimals;
  if (terms.least !== undefined && amount < terms.least * whole)
    return refuse('minimum_not_met', { minimum: terms.least });
  const key = scopedKey(id, currency.per, draft.event);
  if (terms.most && sentBefore(draft, key, terms.most) + amount > terms.most.amount * whole) {
    return refuse('limit_reached', { most: terms.most.amount });
  }
  const parts = takePoints(draft.account, key, amount, draft.today);
  if (isRefusal(parts)) return parts;
  const transfer = `${draft.sequence}`;
  post(draft, {
    fact: 'points_sent',
    v: 1,
    currency: key,
    amount,
    parts,
    transfer,
    day: draft.storeDay,
    to,
    ...(toMember !== undefined && { toMember }),
  });
  post(draft, { fact: 'counter_changed', v: 1, counter: limitKey(key), day: draft.storeDay, amount });
  noteActivity(draft, key, 'spending');
  return undefined;
}

/** Points that another account sent keep their dates. */
export function receivePoints(
  draft: Draft,
  { currency: id, amount, parts, from, transfer }: TransferReceipt,
): Refusal | undefined {
  const currency = draft.program.currencies.get(id);
  if (!currency) return refuse('unknown_currency', { currency: id });
  if (draft.account.erased) return refuse('member_erased');
  const key = scopedKey(id, currency.per, draft.event);
  const lots: readonly Part[] = parts.map((part) => ({ ...part, lot: nextLot(draft) }));
  post(draft, { fact: 'points_received', v: 1, currency: key, amount, parts: lots, from, transfer });
  noteActivity(draft, key, 'earning');
  return undefined;
}

/** The other account has answered: the points are there, or they come back with the dates they had. */
export function settleTransfer(draft: Draft, { transfer, refused }: TransferAnswer): Refusal | undefined {
  const sent = draft.account.transfers?.[transfer];
  if (!sent) return refuse('unknown_transfer', { transfer });
  const { currency, day, parts } = sent;
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  if (refused === undefined) {
    post(draft, { fact: 'transfer_settled', v: 1, transfer, currency, amount });
    return undefined;
  }
  post(draft, { fact: 'transfer_returned', v: 1, transfer, currency, amount, parts, reason: refused });
  // What came back was not given away, so it does not use up the limit.
  post(draft, { fact: 'counter_changed', v: 1, counter: limitKey(currency), day, amount: -amount });
  return undefined;
}

function sentBefore({ account, storeDay }: Draft, key: string, { over }: NonNullable<TransferTerms['most']>): number {
  return sumBetween(account.counters[limitKey(key)] ?? [], windowStart(over, storeDay, account.since), storeDay);
}

function limitKey(key: string): string {
  return `limit:sent:${key}`;
}
