import type { Verbs } from '../../context.ts';
import { acceptInvitation, inviteStaff, openInvitation, revokeInvitation } from './invite-staff.ts';
import { changeRole, listStaff, removeStaff } from './manage-staff.ts';
import { changeProfile, endSession, getStaffSession, listSessions } from './own-session.ts';

export { hasOwner, insertMembership, selectMemberships } from './queries.ts';
export { sessionView } from './session-view.ts';
export { staffCaller } from './staff-caller.ts';

export const staff = {
  getStaffSession,
  changeProfile,
  listSessions,
  endSession,
  listStaff,
  inviteStaff,
  revokeInvitation,
  openInvitation,
  acceptInvitation,
  changeRole,
  removeStaff,
} satisfies Verbs<
  | 'getStaffSession'
  | 'changeProfile'
  | 'listSessions'
  | 'endSession'
  | 'listStaff'
  | 'inviteStaff'
  | 'revokeInvitation'
  | 'openInvitation'
  | 'acceptInvitation'
  | 'changeRole'
  | 'removeStaff'
>;
