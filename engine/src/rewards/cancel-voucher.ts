import { type Draft, post } from '../draft.ts';
import type { FactOf } from '../facts.ts';

/** Cancels an unused voucher because what gave it is lost, or its points were taken back; a used one stays used. */
export function cancelVoucher(
  draft: Draft,
  id: string,
  reason: FactOf<'voucher_cancelled'>['reason'] = 'threshold_lost',
): void {
  const voucher = draft.account.vouchers[id];
  if (!voucher?.untouched) return;
  post(draft, {
    fact: 'voucher_cancelled',
    v: 1,
    voucher: id,
    reward: voucher.reward,
    ...(voucher.remaining !== undefined && { value: voucher.remaining }),
    ...(voucher.currency !== undefined && { currency: voucher.currency }),
    reason,
  });
}
