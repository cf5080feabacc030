import type { Verbs } from '../../context.ts';
import { correctPoints } from './correct-points.ts';

export const corrections = { correctPoints } satisfies Verbs<'correctPoints'>;
