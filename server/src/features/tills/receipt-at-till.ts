import type { Input, Output } from '@trofast/contract';
import { refuse } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { bodyOf } from '../events/index.ts';

/** By its number in the till's own store; nobody is named. */
export async function getReceiptAtTill(
  { ledger, program, caller }: Context,
  { receipt }: Input<'getReceiptAtTill'>,
): Promise<Answered<Output<'getReceiptAtTill'>>> {
  const owner = await ledger.receipts.owner(program, caller.till?.store ?? '', receipt);
  const bought = owner && (await ledger.event(program, owner.event));
  if (bought?.event.kind !== 'purchase') return refuse('unknown_purchase', { receipt });
  const { currency, lines } = bodyOf(bought, 'purchase');
  return reply({
    receipt,
    occurredAt: instantText(bought.event.occurredAt),
    currency,
    lines: lines.map(({ sku, quantity = 1, total }, line) => ({ line, sku, quantity: String(quantity), total })),
  });
}
