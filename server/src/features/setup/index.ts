import type { Verbs } from '../../context.ts';
import { createShop } from './create-shop.ts';
import { listTemplates, previewTemplate } from './read-templates.ts';
import { redeemWelcome } from './redeem-welcome.ts';

export { newWelcome } from './welcome-of.ts';

export const setup = { redeemWelcome, listTemplates, previewTemplate, createShop } satisfies Verbs<
  'redeemWelcome' | 'listTemplates' | 'previewTemplate' | 'createShop'
>;
