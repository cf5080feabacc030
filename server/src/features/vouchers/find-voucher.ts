import { type Refusal, refuse } from '@trofast/engine';
import type { VoucherFound } from '@trofast/ledger';
import type { Context } from '../../context.ts';

/** The voucher's id in the account for a code that was handed over; what is no code of this account's stays as it is. */
export async function voucherIdOf({ ledger, program }: Context, account: string, code: string): Promise<string> {
  const found = await ledger.findVoucher(program, code);
  return found?.account === account ? found.voucher : code;
}

export async function findVoucher({ ledger, program }: Context, code: string): Promise<VoucherFound | Refusal> {
  return (await ledger.findVoucher(program, code)) ?? refuse('unknown_voucher');
}
