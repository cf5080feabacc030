import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { recordEvent } from '../events/index.ts';
import { balancesOf } from './balances.ts';
import { vouchersOf } from './my-vouchers.ts';
import { loadMyself } from './myself.ts';

export async function redeemMyReward(
  context: Context,
  { reward }: Input<'redeemMyReward'>,
): Promise<Answered<Output<'redeemMyReward'>>> {
  const { key, locale } = context;
  const before = await loadMyself(context);
  if (isRefusal(before)) return before;
  const done = await recordEvent(context, {
    kind: 'redemption',
    account: before.account.id,
    member: before.memberId,
    channel: 'portal',
    key,
    body: { reward },
  });
  if (isRefused(done)) return done;
  const issued = new Set(done.recorded.facts.flatMap((fact) => (fact.fact === 'voucher_issued' ? [fact.voucher] : [])));
  const after = await loadMyself(context);
  if (isRefusal(after)) return after;
  const vouchers = await vouchersOf(context, after);
  return reply(
    { vouchers: vouchers.filter(({ voucher }) => issued.has(voucher)), balances: balancesOf(after, locale) },
    { replayed: done.replayed },
  );
}
