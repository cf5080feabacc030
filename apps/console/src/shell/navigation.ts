import {
  IconAdjustments,
  IconChartBar,
  IconChecks,
  IconGift,
  IconListDetails,
  IconScript,
  IconUsers,
} from '@tabler/icons-react';
import type { Scope } from './staff.tsx';

/** The pages that the navigation leads to, each for roles that may see it. */
export const navigation = [
  { to: '/', word: 'home', icon: IconChartBar, scope: 'insight:read' },
  { to: '/members', word: 'members', icon: IconUsers, scope: 'members:read' },
  { to: '/approvals', word: 'approvals', icon: IconChecks, scope: 'approvals:write' },
  { to: '/program', word: 'program', icon: IconScript, scope: 'programs:read' },
  { to: '/rewards', word: 'rewards', icon: IconGift, scope: 'rewards:read' },
  { to: '/lists', word: 'lists', icon: IconListDetails, scope: 'rewards:read' },
  { to: '/settings', word: 'settings', icon: IconAdjustments, scope: 'settings:read' },
] as const satisfies readonly { readonly to: string; readonly scope: Scope; readonly [more: string]: unknown }[];
