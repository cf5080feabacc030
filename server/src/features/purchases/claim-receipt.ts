import type { Input, Output } from '@trofast/contract';
import { accountOfEvent } from '@trofast/ledger';
import { type Answered, type Context, fail, isRefused, reply } from '../../context.ts';
import { doneOr } from '../events/index.ts';
import { purchaseView } from './purchase-view.ts';

export async function claimReceipt(
  context: Context,
  { memberId, store, receipt }: Input<'claimReceipt'>,
): Promise<Answered<Output<'claimReceipt'>>> {
  const { ledger, program } = context;
  const kept = await ledger.receipts.get(program, store, receipt);
  if (!kept?.claimable) return fail('unknown_receipt');
  const account = accountOfEvent(memberId);
  const done = await doneOr(() =>
    ledger.receipts.claim({ program, store, number: receipt, account, member: memberId }),
  );
  return isRefused(done) ? done : reply(purchaseView(context, done), { replayed: done.replayed });
}
