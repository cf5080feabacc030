import type { Verbs } from '../../context.ts';
import { redeemReward } from './redeem-reward.ts';

export const redemptions = { redeemReward } satisfies Verbs<'redeemReward'>;
