import { z } from 'zod';
import type { TransferTerms } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { window } from '../leaves/choices.ts';
import { positiveWhole } from '../leaves/numbers.ts';
import type { Bound } from '../unbound.ts';

/** By the name of the currency that members may send each other. Amounts are whole points. */
export const transferShape = z.strictObject({
  least: positiveWhole.optional(),
  most: z.strictObject({ amount: positiveWhole, over: window }).optional(),
});

export function makeTransfer(
  id: string,
  { least, most }: Bound<z.output<typeof transferShape>>,
  binding: Binding,
): TransferTerms | undefined {
  if (!binding.knows('currencies', id)) return undefined;
  if (least !== undefined && most !== undefined && most.amount < least) {
    binding.at('least').report('never_matches', 'The least amount is more than the most, so nothing can be sent.');
    return undefined;
  }
  return { currency: id, least, most };
}
