import type { Verbs } from '../../context.ts';
import { joinHousehold } from './join-household.ts';
import { leaveHousehold } from './leave-household.ts';

export const households = { joinHousehold, leaveHousehold } satisfies Verbs<'joinHousehold' | 'leaveHousehold'>;
