import type { Scope } from './scopes.ts';

/** What a person of the staff may be in an organisation. The console hides what a role may not, the server refuses it. */
export const ROLES = ['owner', 'manager', 'marketer', 'service', 'till', 'read_only'] as const;

export type Role = (typeof ROLES)[number];

const looks: readonly Scope[] = [
  'programs:read',
  'members:read',
  'balance:read',
  'events:read',
  'quotes:read',
  'vouchers:read',
  'rewards:read',
  'insight:read',
  'settings:read',
];

const sells: readonly Scope[] = [
  'programs:read',
  'members:read',
  'members:write',
  'purchases:write',
  'returns:write',
  'activities:write',
  'quotes:read',
  'redemptions:write',
  'vouchers:read',
  'vouchers:write',
  'balance:read',
  'rewards:read',
];

const serves: readonly Scope[] = [...sells, 'events:read', 'clubs:write', 'corrections:write', 'notes:write'];

const markets: readonly Scope[] = [...looks, 'drafts:write', 'rewards:write', 'notes:write'];

const manages: readonly Scope[] = [
  ...markets,
  ...serves,
  'members:erase',
  'payments:write',
  'programs:write',
  'clock:write',
  'approvals:write',
  'settings:write',
  'keys:read',
  'tills:read',
  'tills:write',
  'staff:read',
  'audit:read',
  'mailbox:read',
];

/** What each role may do in the programs of its organisation. */
export const ROLE_SCOPES: Readonly<Record<Role, ReadonlySet<Scope>>> = {
  owner: new Set([...manages, 'keys:write', 'staff:write', 'batch:write', 'feed:read']),
  manager: new Set(manages),
  marketer: new Set(markets),
  service: new Set([...serves, 'insight:read']),
  till: new Set(sells),
  read_only: new Set(looks),
};

/** What a paired till may do. */
export const TILL_SCOPES: ReadonlySet<Scope> = new Set([...sells, 'till']);

/** What a signed-in member may do: only what is about themselves. */
export const MEMBER_SCOPES: ReadonlySet<Scope> = new Set(['self']);
