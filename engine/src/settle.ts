import { endStreaks } from './challenges/streaks.ts';
import { runClockRules } from './clock/clock-rules.ts';
import { renewClubs } from './clubs/renew.ts';
import type { Draft } from './draft.ts';
import { reviewLadders } from './ladders/review.ts';
import { activate, expire } from './points/settle.ts';
import { followUp } from './rules/follow-up.ts';

/** What follows whatever happened: at one instant expire, activate, review, renew, then rules of the clock, follow-ups and what they activate. */
export function settle(draft: Draft, isClock: boolean): void {
  expire(draft);
  activate(draft);
  if (isClock) reviewLadders(draft);
  renewClubs(draft);
  if (isClock) runClockRules(draft);
  if (isClock && draft.program.challenges.size > 0) endStreaks(draft);
  followUp(draft);
  activate(draft);
}
