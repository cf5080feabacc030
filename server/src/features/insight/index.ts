import type { Verbs } from '../../context.ts';
import { getOverview } from './get-overview.ts';

export { unitCostIn } from './points-costs.ts';

export const insight = { getOverview } satisfies Verbs<'getOverview'>;
