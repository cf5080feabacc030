import type { Input } from '@trofast/contract';
import type { Purchase } from '@trofast/engine';
import type { Context } from '../../context.ts';
import { localHoldId } from '../holds/index.ts';
import { voucherIdOf } from '../vouchers/index.ts';

type Basket = Pick<
  Input<'recordPurchase'>,
  | 'currency'
  | 'lines'
  | 'charges'
  | 'adjustments'
  | 'tenders'
  | 'vouchers'
  | 'holds'
  | 'rewards'
  | 'codes'
  | 'rules'
  | 'delivery'
  | 'receipt'
  | 'strict'
>;

/** The purchase as the engine decides it: codes of vouchers become their ids in the account. */
export async function purchaseBody(context: Context, account: string, basket: Basket): Promise<Purchase> {
  const {
    currency,
    lines,
    charges,
    adjustments,
    tenders,
    vouchers,
    holds,
    rewards,
    codes,
    rules,
    delivery,
    receipt,
    strict,
  } = basket;
  return {
    currency,
    lines,
    ...(charges ? { charges } : {}),
    ...(adjustments ? { adjustments } : {}),
    ...(tenders ? { tenders } : {}),
    ...(vouchers ? { vouchers: await Promise.all(vouchers.map((code) => voucherIdOf(context, account, code))) } : {}),
    ...(holds ? { holds: holds.map((id) => localHoldId(account, id)) } : {}),
    ...(rewards ? { rewards } : {}),
    ...(codes ? { codes } : {}),
    ...(rules ? { rules } : {}),
    ...(delivery === undefined ? {} : { delivery }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(strict === undefined ? {} : { strict }),
  };
}
