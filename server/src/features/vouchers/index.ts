import type { Verbs } from '../../context.ts';
import { checkVoucher, listVouchers } from './check-vouchers.ts';
import { releaseVoucher, useVoucher } from './use-voucher.ts';

export { openVouchers } from './check-vouchers.ts';
export { voucherIdOf } from './find-voucher.ts';

export const vouchers = { checkVoucher, listVouchers, useVoucher, releaseVoucher } satisfies Verbs<
  'checkVoucher' | 'listVouchers' | 'useVoucher' | 'releaseVoucher'
>;
