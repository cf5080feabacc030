import type { Verbs } from '../../context.ts';
import { acceptApproval, declineApproval, listApprovals } from './answer-approval.ts';
import { askCorrection } from './ask-correction.ts';

export { countWaiting } from './answer-approval.ts';

export const approvals = { askCorrection, listApprovals, acceptApproval, declineApproval } satisfies Verbs<
  'askCorrection' | 'listApprovals' | 'acceptApproval' | 'declineApproval'
>;
