import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { instantOf } from '../../instants.ts';
import { outcomeView, recordEvent } from '../events/index.ts';
import { findVoucher } from './find-voucher.ts';

export async function useVoucher(
  context: Context,
  { code, occurredAt, amount, purchaseTotal }: Input<'useVoucher'>,
): Promise<Answered<Output<'useVoucher'>>> {
  const { programs, locale, key } = context;
  const found = await findVoucher(context, code);
  if (isRefusal(found)) return found;
  const done = await recordEvent(context, {
    kind: 'voucher_use',
    account: found.account,
    key,
    ...(occurredAt === undefined ? {} : { occurredAt: instantOf(occurredAt) }),
    body: {
      voucher: found.voucher,
      ...(amount === undefined ? {} : { amount }),
      ...(purchaseTotal === undefined ? {} : { purchaseTotal }),
    },
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}

export async function releaseVoucher(
  context: Context,
  { code, occurredAt, use }: Input<'releaseVoucher'>,
): Promise<Answered<Output<'releaseVoucher'>>> {
  const { programs, locale, key } = context;
  const found = await findVoucher(context, code);
  if (isRefusal(found)) return found;
  const done = await recordEvent(context, {
    kind: 'voucher_release',
    account: found.account,
    key,
    ...(occurredAt === undefined ? {} : { occurredAt: instantOf(occurredAt) }),
    body: { voucher: found.voucher, use },
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
