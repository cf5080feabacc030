import type { Verbs } from '../../context.ts';
import { findMemberAtTill } from './find-member-at-till.ts';
import { listTillFlags, settleTillFlag } from './flags.ts';
import { changeTill, createPairingCode, createTill, listTills, unpairTill } from './manage-tills.ts';
import { getOwnTill } from './own-till.ts';
import { leaveTill, pairTill } from './pair-till.ts';
import { getReceiptAtTill } from './receipt-at-till.ts';

export { flagsIn, raiseFlags } from './flags.ts';
export { addTill } from './manage-tills.ts';
export { outsideSnapshot } from './outside-snapshot.ts';
export { placedAt } from './placed-at.ts';
export { tillTokenIn } from './till-cookie.ts';
export { tillTokensOf } from './till-tokens-of.ts';

export const tills = {
  listTills,
  createTill,
  changeTill,
  createPairingCode,
  unpairTill,
  listTillFlags,
  settleTillFlag,
  pairTill,
  getOwnTill,
  leaveTill,
  findMemberAtTill,
  getReceiptAtTill,
} satisfies Verbs<
  | 'listTills'
  | 'createTill'
  | 'changeTill'
  | 'createPairingCode'
  | 'unpairTill'
  | 'listTillFlags'
  | 'settleTillFlag'
  | 'pairTill'
  | 'getOwnTill'
  | 'leaveTill'
  | 'findMemberAtTill'
  | 'getReceiptAtTill'
>;
