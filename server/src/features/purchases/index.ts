import type { Verbs } from '../../context.ts';
import { claimReceipt } from './claim-receipt.ts';
import { recordPurchase } from './record-purchase.ts';

export { purchaseBody } from './purchase-body.ts';

export const purchases = { recordPurchase, claimReceipt } satisfies Verbs<'recordPurchase' | 'claimReceipt'>;
