import type { Verbs } from '../../context.ts';
import { recordActivity } from './record-activity.ts';

export const activities = { recordActivity } satisfies Verbs<'recordActivity'>;
