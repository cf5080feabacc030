import type { z } from 'zod';
import type { Unbound } from '../document/unbound.ts';
import type { Condition, Locale, TestContext } from '../program.ts';

/** The schema of the conditions inside another. */
export type Inner = z.ZodType<Unbound<Condition>>;

export function clausesOf(conditions: readonly Condition[], locale: Locale): readonly string[] {
  return conditions.map((condition) => condition.sentence?.(locale) ?? condition.code);
}

export function denialsOf(conditions: readonly Condition[], locale: Locale): readonly string[] {
  return conditions.map((condition) => condition.denial?.(locale) ?? condition.code);
}

/** Every condition is asked, also after the first that decides, so that the why can show them all. */
export function testAll(conditions: readonly Condition[], context: TestContext) {
  return conditions.map((condition) => ({ ...condition.test(context), condition }));
}

/** Keys of alternatives: all of them, unless one can hold without any. */
export function unionOfKeys(conditions: readonly Condition[]): readonly string[] | undefined {
  const keys = conditions.map((condition) => condition.keys);
  return keys.includes(undefined) ? undefined : keys.flatMap((own) => own ?? []);
}

/** Keys of conditions that must all hold: those of any one of them. */
export function firstKeys(conditions: readonly Condition[]): readonly string[] | undefined {
  return conditions.find(({ keys }) => keys !== undefined)?.keys;
}
