import type { Verbs } from '../../context.ts';
import { cancelBackTest, getBackTest, listBackTests, startBackTest } from './back-tests.ts';

export const backTests = { startBackTest, listBackTests, getBackTest, cancelBackTest } satisfies Verbs<
  'startBackTest' | 'listBackTests' | 'getBackTest' | 'cancelBackTest'
>;
