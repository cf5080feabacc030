import type { Input } from '@trofast/contract';
import type { PointsPayment, Purchase } from '@trofast/engine';
import { type Context, isRefused, type Malformed } from '../../context.ts';
import { pointsAsked, programOfVersion } from '../events/index.ts';
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
  | 'points'
  | 'rewards'
  | 'codes'
  | 'rules'
  | 'delivery'
  | 'receipt'
  | 'strict'
>;

/** The purchase as the engine decides it: codes of vouchers become their ids in the account. */
export async function purchaseBody(context: Context, account: string, basket: Basket): Promise<Purchase | Malformed> {
  const {
    currency,
    lines,
    charges,
    adjustments,
    tenders,
    vouchers,
    holds,
    points,
    rewards,
    codes,
    rules,
    delivery,
    receipt,
    strict,
  } = basket;
  const paid = points && pointsPaid(context, points);
  if (paid && isRefused(paid)) return paid;
  return {
    currency,
    lines,
    ...(charges ? { charges } : {}),
    ...(adjustments ? { adjustments } : {}),
    ...(tenders ? { tenders } : {}),
    ...(vouchers ? { vouchers: await Promise.all(vouchers.map((code) => voucherIdOf(context, account, code))) } : {}),
    ...(holds ? { holds: holds.map((id) => localHoldId(account, id)) } : {}),
    ...(paid ? { points: paid } : {}),
    ...(rewards ? { rewards } : {}),
    ...(codes ? { codes } : {}),
    ...(rules ? { rules } : {}),
    ...(delivery === undefined ? {} : { delivery }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(strict === undefined ? {} : { strict }),
  };
}

function pointsPaid(
  { programs }: Context,
  { currency, amount }: NonNullable<Basket['points']>,
): PointsPayment | Malformed {
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const asked = pointsAsked(newest, amount, currency, 'positive');
  if (!isRefused(asked)) return { currency: asked.currency.id, amount: asked.units };
  return { malformed: asked.malformed.map(({ pointer, detail }) => ({ pointer: `/points${pointer}`, detail })) };
}
