import { z } from 'zod';
import type { Gift } from '../../program.ts';
import { moneyFromZero, stock } from '../leaves/numbers.ts';
import { text } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';

export const giftShape = z.strictObject({ name: words, sku: text, worth: moneyFromZero, stock: stock.optional() });

export function makeGift(id: string, { name, sku, worth, stock: pieces }: Bound<z.output<typeof giftShape>>): Gift {
  return { id, name, sku, worth, stock: pieces };
}
