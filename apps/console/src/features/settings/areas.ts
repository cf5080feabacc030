import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Scope } from '../../shell/staff.tsx';

interface Area {
  readonly id: 'brand' | 'stores' | 'tills' | 'staff' | 'keys' | 'webhooks' | 'mailbox' | 'audit';
  readonly scope: Scope;
  readonly page: LazyExoticComponent<ComponentType>;
}

/** The areas of the settings, each for roles that may see it. */
export const areas: readonly Area[] = [
  {
    id: 'brand',
    scope: 'settings:read',
    page: lazy(async () => ({ default: (await import('./brand/brand-page.tsx')).BrandPage })),
  },
  {
    id: 'stores',
    scope: 'settings:read',
    page: lazy(async () => ({ default: (await import('./stores/stores-page.tsx')).StoresPage })),
  },
  {
    id: 'tills',
    scope: 'tills:read',
    page: lazy(async () => ({ default: (await import('./tills/tills-page.tsx')).TillsPage })),
  },
  {
    id: 'staff',
    scope: 'staff:read',
    page: lazy(async () => ({ default: (await import('./staff/staff-page.tsx')).StaffPage })),
  },
  {
    id: 'keys',
    scope: 'keys:read',
    page: lazy(async () => ({ default: (await import('./keys/keys-page.tsx')).KeysPage })),
  },
  {
    id: 'webhooks',
    scope: 'settings:read',
    page: lazy(async () => ({ default: (await import('./webhooks/webhooks-page.tsx')).WebhooksPage })),
  },
  {
    id: 'mailbox',
    scope: 'mailbox:read',
    page: lazy(async () => ({ default: (await import('./mailbox/mailbox-page.tsx')).MailboxPage })),
  },
  {
    id: 'audit',
    scope: 'audit:read',
    page: lazy(async () => ({ default: (await import('./audit/audit-page.tsx')).AuditPage })),
  },
];
