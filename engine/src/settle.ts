import type { Draft } from './draft.ts';
import { reviewLadders } from './ladders/review.ts';
import { activate, expire } from './points/settle.ts';
import { followUp } from './rules/follow-up.ts';

/** What follows whatever happened: at one instant expire, activate, review, then follow-ups and what they activate. */
export function settle(draft: Draft, isClock: boolean): void {
  expire(draft);
  activate(draft);
  if (isClock) reviewLadders(draft);
  followUp(draft);
  activate(draft);
}
