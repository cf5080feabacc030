import type { Setting, TestContext } from '../program.ts';

/** The value of a setting where and when a condition is asked. */
export function settingAt<T>(setting: Setting<T>, { market, day }: Pick<TestContext, 'market' | 'day'>): T {
  return setting({ market: market.id, day });
}
