import type { Verbs } from '../../context.ts';
import { getEvent } from './get-event.ts';

export { balancesView, outcomeView, programOfVersion, sidesOf } from './outcome-view.ts';
export { decimalsOf } from './points-moved.ts';
export { pointsAsked } from './points-units.ts';
export { purchaseMoney, quotedMoney } from './purchase-money.ts';
export { bodyOf, type Done, doneOr, recordEvent } from './record-event.ts';
export { whereaboutsOf } from './whereabouts.ts';

export const events = { getEvent } satisfies Verbs<'getEvent'>;
