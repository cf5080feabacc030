import type { Verbs } from '../../context.ts';
import { followChanges } from './follow-changes.ts';
import { getHome } from './get-home.ts';
import { listMyLooks } from './list-my-looks.ts';
import { listMyRewards } from './list-my-rewards.ts';
import { getMyActivity, listMyActivity } from './my-activity.ts';
import { addToMyHousehold, getMyHousehold, leaveMyHousehold } from './my-household.ts';
import { changeMe, eraseMe, getMe } from './myself-views.ts';
import { readMyProgram } from './read-my-program.ts';
import { exportMe, getMyWorth } from './read-my-worth.ts';
import { redeemMyReward } from './redeem-my-reward.ts';

export { rewardsOf } from './my-rewards.ts';
export { isMine, loadMyself } from './myself.ts';
export { watchChanges } from './watch-changes.ts';

export const me = {
  getMe,
  getHome,
  followChanges,
  listMyRewards,
  redeemMyReward,
  listMyActivity,
  getMyActivity,
  readMyProgram,
  getMyHousehold,
  addToMyHousehold,
  leaveMyHousehold,
  changeMe,
  eraseMe,
  getMyWorth,
  exportMe,
  listMyLooks,
} satisfies Verbs<
  | 'getMe'
  | 'getHome'
  | 'followChanges'
  | 'listMyRewards'
  | 'redeemMyReward'
  | 'listMyActivity'
  | 'getMyActivity'
  | 'readMyProgram'
  | 'getMyHousehold'
  | 'addToMyHousehold'
  | 'leaveMyHousehold'
  | 'changeMe'
  | 'eraseMe'
  | 'getMyWorth'
  | 'exportMe'
  | 'listMyLooks'
>;
