import type { Verbs } from '../../context.ts';
import { quotePurchase } from './quote-purchase.ts';

export const quotes = { quotePurchase } satisfies Verbs<'quotePurchase'>;
