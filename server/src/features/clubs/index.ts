import type { Verbs } from '../../context.ts';
import { cancelClub, changeRenewal, joinClub, useBenefit } from './change-membership.ts';
import { listMemberships } from './list-memberships.ts';
import { recordPayment } from './record-payment.ts';

export const clubs = {
  joinClub,
  cancelClub,
  changeRenewal,
  useBenefit,
  recordPayment,
  listMemberships,
} satisfies Verbs<'joinClub' | 'cancelClub' | 'changeRenewal' | 'useBenefit' | 'recordPayment' | 'listMemberships'>;
