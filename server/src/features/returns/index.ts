import type { Verbs } from '../../context.ts';
import { recordReturn } from './record-return.ts';

export const returns = { recordReturn } satisfies Verbs<'recordReturn'>;
