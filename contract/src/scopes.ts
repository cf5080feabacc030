/** What an API key may do. The closed list; a key carries some of them. */
export const SCOPES = [
  'programs:read',
  'programs:write',
  'clock:write',
  'keys:read',
  'keys:write',
  'members:read',
  'members:write',
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
] as const;

export type Scope = (typeof SCOPES)[number];

/** What the operator's key carries: it belongs to no program, so it can touch no member of one. */
export const OPERATOR_SCOPES: readonly Scope[] = [
  'programs:read',
  'programs:write',
  'clock:write',
  'keys:read',
  'keys:write',
];
