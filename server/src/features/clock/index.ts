import type { Verbs } from '../../context.ts';
import { getClock } from './get-clock.ts';
import { moveClock } from './move-clock.ts';

export const clock = { getClock, moveClock } satisfies Verbs<'getClock' | 'moveClock'>;
