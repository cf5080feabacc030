import type { Output } from '@trofast/contract';
import type { Context } from '../../context.ts';
import { bodyOf, type Done, outcomeView, purchaseMoney } from '../events/index.ts';

/** Both sides of a recorded purchase: points and money. */
export function purchaseView(
  { programs, locale }: Context,
  { recorded, accountId, codes }: Done,
): Output<'claimReceipt'> {
  return {
    ...outcomeView({ programs, recorded, accountId, codes, locale }),
    money: purchaseMoney(bodyOf(recorded, 'purchase'), recorded.facts, recorded.reading),
  };
}
