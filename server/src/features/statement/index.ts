import type { Verbs } from '../../context.ts';
import { listCounters } from './list-counters.ts';
import { listStatement } from './list-statement.ts';
import { listTiers } from './list-tiers.ts';
import { getBalance, listLots } from './read-balance.ts';

export { standingView } from './list-tiers.ts';
export { measureOf, nameIn } from './measure.ts';

export const statement = { getBalance, listLots, listStatement, listTiers, listCounters } satisfies Verbs<
  'getBalance' | 'listLots' | 'listStatement' | 'listTiers' | 'listCounters'
>;
