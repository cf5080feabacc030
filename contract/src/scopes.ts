/** What an API key, a role of the staff or a till may do. The closed list; a key carries some of them. */
export const KEY_SCOPES = [
  'programs:read',
  'programs:write',
  'clock:write',
  'keys:read',
  'keys:write',
  'members:read',
  'members:write',
  'members:erase',
  'purchases:write',
  'returns:write',
  'activities:write',
  'quotes:read',
  'redemptions:write',
  'vouchers:read',
  'vouchers:write',
  'clubs:write',
  'payments:write',
  'balance:read',
  'events:read',
  'corrections:write',
  'batch:write',
  'feed:read',
  'insight:read',
  'drafts:write',
  'rewards:read',
  'rewards:write',
  'notes:write',
  'approvals:write',
  'settings:read',
  'settings:write',
  'audit:read',
  'tills:read',
  'tills:write',
] as const;

/** What no key may carry: it takes a person with a role, a signed-in member, or a paired till. */
const PERSONAL_SCOPES = ['staff:read', 'staff:write', 'mailbox:read', 'staff:self', 'self', 'till'] as const;

export const SCOPES = [...KEY_SCOPES, ...PERSONAL_SCOPES] as const;

export type Scope = (typeof SCOPES)[number];

/** What the operator's key carries: it belongs to no program, so it can touch no member of one. */
export const OPERATOR_SCOPES: readonly Scope[] = [
  'programs:read',
  'programs:write',
  'drafts:write',
  'clock:write',
  'keys:read',
  'keys:write',
];
