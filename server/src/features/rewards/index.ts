import type { Verbs } from '../../context.ts';
import { listRewards, removeRewardPicture, saveRewardPicture } from './rewards.ts';

export const rewards = { listRewards, saveRewardPicture, removeRewardPicture } satisfies Verbs<
  'listRewards' | 'saveRewardPicture' | 'removeRewardPicture'
>;
