import type { Verbs } from '../../context.ts';
import { sendPoints } from './send-points.ts';

export const transfers = { sendPoints } satisfies Verbs<'sendPoints'>;
