import type { Verbs } from '../../context.ts';
import { captureHold, releaseHold } from './end-hold.ts';
import { holdPoints } from './hold-points.ts';

export { localHoldId } from './hold-id.ts';

export const holds = { holdPoints, captureHold, releaseHold } satisfies Verbs<
  'holdPoints' | 'captureHold' | 'releaseHold'
>;
