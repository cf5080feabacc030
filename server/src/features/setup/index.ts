import type { Verbs } from '../../context.ts';
import { redeemWelcome } from './redeem-welcome.ts';

export { newWelcome } from './welcome-of.ts';

export const setup = { redeemWelcome } satisfies Verbs<'redeemWelcome'>;
