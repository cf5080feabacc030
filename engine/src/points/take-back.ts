import type { Part, Voucher } from '../account.ts';
import { type Draft, post } from '../draft.ts';
import type { PurchaseEvidence } from '../evidence.ts';
import type { TakenBackReason } from '../facts.ts';
import { lotsMadeBy } from '../merges/carried.ts';
import { cancelVoucher } from '../rewards/cancel-voucher.ts';
import { nameOfKey } from '../scopes.ts';
import { availableLots, byExpiryThenAge, partOf, sumOf, takeFrom } from './lots.ts';

/**
 * Takes back what a return undoes, in the order of the contract: the purchase's own lots, then nothing for what has
 * expired from them (each expired point once), then available points in spending order, then unused vouchers made from
 * points, newest first and each put back whole, then a debt or nothing.
 */
export function takeBack(draft: Draft, key: string, wanted: number, evidence: PurchaseEvidence): void {
  const { event } = evidence.purchase;
  let missing = takeOwnLots(draft, key, wanted, lotsMadeBy(evidence.purchase), event.id);
  missing = passExpired(draft, key, missing, evidence);
  missing = takeAvailable(draft, key, missing, 'return', event.id);
  missing = takeFromVouchers(draft, key, missing, 'return', event.id);
  owe(draft, key, missing, 'return', event.id);
}

/** The same without a purchase of its own: a lost threshold (whose own lots come first), a correction by staff. */
export function takeBackAnywhere(
  draft: Draft,
  key: string,
  wanted: number,
  reason: TakenBackReason,
  lots: readonly string[] = [],
): void {
  const own = draft.account.lots.filter((lot) => lot.currency === key && lots.includes(lot.id));
  let missing = taken(draft, key, takeFrom(own, wanted), reason, undefined);
  missing = takeAvailable(draft, key, missing, reason);
  missing = takeFromVouchers(draft, key, missing, reason);
  owe(draft, key, missing, reason);
}

function takeOwnLots(draft: Draft, key: string, wanted: number, made: ReadonlySet<string>, purchase: string): number {
  const own = draft.account.lots.filter((lot) => lot.currency === key && made.has(lot.id)).toSorted(byExpiryThenAge);
  return taken(draft, key, takeFrom(own, wanted), 'return', purchase);
}

function takeAvailable(draft: Draft, key: string, wanted: number, reason: TakenBackReason, purchase?: string): number {
  return taken(draft, key, takeFrom(availableLots(draft.account, key, draft.today), wanted), reason, purchase);
}

function taken(
  draft: Draft,
  key: string,
  { parts, missing }: { readonly parts: readonly Part[]; readonly missing: number },
  reason: TakenBackReason,
  purchase: string | undefined,
): number {
  if (parts.length > 0) {
    const amount = sumOf(parts);
    const of = purchase === undefined ? {} : { purchase };
    post(draft, { fact: 'points_taken_back', v: 1, currency: key, amount, parts, ...of, reason });
  }
  return missing;
}

function passExpired(draft: Draft, key: string, wanted: number, evidence: PurchaseEvidence): number {
  if (wanted === 0) return 0;
  const expired = expiredOf(draft, key, evidence);
  const parts: Part[] = [];
  let missing = wanted;
  for (const part of expired) {
    const amount = Math.min(part.amount, missing);
    if (amount > 0) parts.push({ ...part, amount });
    missing -= amount;
  }
  if (parts.length > 0) {
    const purchase = evidence.purchase.event.id;
    post(draft, { fact: 'points_already_expired', v: 1, currency: key, amount: sumOf(parts), parts, purchase });
  }
  return missing;
}

/** What has expired from the purchase's own lots and no earlier return has passed over. */
function expiredOf(draft: Draft, key: string, evidence: PurchaseEvidence): readonly Part[] {
  const left = new Map(Object.entries(evidence.expired));
  const made = lotsMadeBy(evidence.purchase);
  const add = (parts: readonly Part[], sign: 1 | -1) => {
    for (const { lot, amount } of parts) {
      if (made.has(lot)) left.set(lot, (left.get(lot) ?? 0) + sign * amount);
    }
  };
  for (const { facts } of draft.fresh) for (const fact of facts) if (fact.fact === 'points_expired') add(fact.parts, 1);
  for (const { facts } of evidence.returns) {
    for (const fact of facts) if (fact.fact === 'points_already_expired') add(fact.parts, -1);
  }
  return evidence.purchase.facts.flatMap((fact) => {
    if (fact.fact !== 'points_earned' || fact.currency !== key) return [];
    const amount = left.get(fact.lot) ?? 0;
    const lot = { ...fact, id: fact.lot, left: fact.amount };
    return amount > 0 ? [partOf(lot, amount)] : [];
  });
}

function takeFromVouchers(
  draft: Draft,
  key: string,
  wanted: number,
  reason: TakenBackReason,
  purchase?: string,
): number {
  let missing = wanted;
  const made = Object.entries(draft.account.vouchers)
    .filter(([, voucher]) => voucher.untouched && voucher.pointsCurrency === key && voucher.parts.length > 0)
    .toSorted(newestFirst);
  for (const [id, voucher] of made) {
    if (missing === 0) break;
    putBackVoucher(draft, id, voucher, key);
    missing = takeAvailable(draft, key, missing, reason, purchase);
  }
  return missing;
}

function putBackVoucher(draft: Draft, id: string, voucher: Voucher, key: string): void {
  cancelVoucher(draft, id, 'points_taken_back');
  const amount = sumOf(voucher.parts);
  post(draft, {
    fact: 'points_put_back',
    v: 1,
    currency: key,
    amount,
    parts: voucher.parts,
    reason: 'voucher_cancelled',
  });
}

function owe(draft: Draft, key: string, amount: number, reason: TakenBackReason, purchase?: string): void {
  if (amount === 0) return;
  const of = purchase === undefined ? {} : { purchase };
  const debt = draft.program.currencies.get(nameOfKey(key))?.overdrawn === 'debt';
  if (debt) post(draft, { fact: 'debt_incurred', v: 1, currency: key, amount, ...of, reason });
  else post(draft, { fact: 'points_forgiven', v: 1, currency: key, amount, ...of });
}

function newestFirst([a, first]: [string, Voucher], [b, second]: [string, Voucher]): number {
  return second.sequence - first.sequence || Number(b.slice(b.indexOf('-') + 1)) - Number(a.slice(a.indexOf('-') + 1));
}
