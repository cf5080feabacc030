import type { Account } from '../account.ts';
import { balanceOn, type Draft, post } from '../draft.ts';
import type { Program, Reward } from '../program.ts';
import { issueVoucher } from '../rewards/issue-voucher.ts';
import { nameOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { noteActivity } from './award.ts';
import { inactivityDay } from './dates.ts';
import { availableLots, partOf, sumOf, takeFrom } from './lots.ts';

/** One event makes no more vouchers than this; what is left becomes vouchers with the next, so that no amount can stall. */
const VOUCHERS_MOST = 1000;

/** What has passed its date by today is gone: lots, vouchers, holds that let go. */
export function expire(draft: Draft): void {
  for (const [id, hold] of Object.entries(draft.account.holds)) {
    if (hold.until <= draft.event.at) {
      const amount = sumOf(hold.parts);
      post(draft, {
        fact: 'hold_released',
        v: 1,
        currency: hold.currency,
        hold: id,
        amount,
        parts: hold.parts,
        reason: 'timed_out',
      });
    }
  }
  for (const key of currencyKeys(draft)) expirePoints(draft, key);
  for (const [id, voucher] of Object.entries(draft.account.vouchers)) {
    if (voucher.until === undefined || voucher.until > draft.today) continue;
    post(draft, {
      fact: 'voucher_expired',
      v: 1,
      voucher: id,
      reward: voucher.reward,
      ...(voucher.remaining !== undefined && { value: voucher.remaining }),
      ...(voucher.currency !== undefined && { currency: voucher.currency }),
    });
  }
}

function expirePoints(draft: Draft, key: string): void {
  const currency = draft.program.currencies.get(nameOfKey(key));
  const idleUntil = currency && inactivityDay(draft.program, draft.account, currency, key);
  const idle = idleUntil !== undefined && idleUntil <= draft.today;
  const parts = draft.account.lots
    .filter((lot) => lot.currency === key && (idle || (lot.until !== undefined && lot.until <= draft.today)))
    .map((lot) => partOf(lot, lot.left));
  if (parts.length > 0) post(draft, { fact: 'points_expired', v: 1, currency: key, amount: sumOf(parts), parts });
}

/** Points that are active repay what is owed and then become the vouchers that are issued automatically. */
export function activate(draft: Draft): void {
  for (const key of currencyKeys(draft)) {
    repay(draft, key);
    const name = nameOfKey(key);
    for (const reward of automaticRewards(draft, name)) convert(draft, key, reward);
  }
}

function repay(draft: Draft, key: string): void {
  const owed = draft.account.debts[key] ?? 0;
  if (owed === 0) return;
  const { parts } = takeFrom(availableLots(draft.account, key, draft.today), owed);
  if (parts.length > 0) post(draft, { fact: 'debt_repaid', v: 1, currency: key, amount: sumOf(parts), parts });
}

function convert(draft: Draft, key: string, reward: Reward): void {
  const price = priceOf(reward, draft.account.market, draft.today);
  if (price === undefined || price <= 0) return;
  while (draft.vouchers < VOUCHERS_MOST && balanceOn(draft.account, key, draft.today).available >= price) {
    const { parts } = takeFrom(availableLots(draft.account, key, draft.today), price);
    const spent = { fact: 'points_spent', v: 1, currency: key, amount: price, parts, reason: 'conversion' } as const;
    post(draft, { ...spent, reward: reward.id });
    issueVoucher(draft, reward, { parts, pointsCurrency: key });
    noteActivity(draft, key, 'spending');
  }
}

export function automaticRewards(draft: Pick<Draft, 'program' | 'today'>, currency: string): readonly Reward[] {
  return [...draft.program.rewards.values()].filter(
    (reward) =>
      reward.issued === 'automatically' && reward.cost?.currency === currency && isWithin(reward.span, draft.today),
  );
}

export function priceOf(reward: Reward, market: string, day: Day): number | undefined {
  return reward.cost?.amount({ market, day });
}

export function isWithin(span: { readonly from?: Day; readonly through?: Day }, day: Day): boolean {
  return (span.from === undefined || span.from <= day) && (span.through === undefined || day <= span.through);
}

/** Currency keys that the account has anything of, in the document's order and then by key. */
export function currencyKeys({
  account,
  program,
}: {
  readonly account: Pick<Account, 'lots' | 'debts'>;
  readonly program: Program;
}): readonly string[] {
  const keys = new Set<string>();
  for (const lot of account.lots) keys.add(lot.currency);
  for (const key of Object.keys(account.debts)) keys.add(key);
  if (keys.size <= 1) return [...keys];
  const order = (key: string) => [...program.currencies.keys()].indexOf(nameOfKey(key));
  return [...keys].toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
}
