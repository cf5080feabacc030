import { z } from 'zod';
import { Misread } from './leaf.ts';

/** A group of exactly one word, as `{ earn: … }`; gives the word and what stands under it. */
export function onlyWord<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape, z.core.$strict>,
  what: string,
) {
  return schema
    .meta({ field: what, minProperties: 1, maxProperties: 1 })
    .transform((group, context): [string, unknown] => {
      const words = Object.entries(group).filter(([, value]) => value !== undefined);
      const [only] = words;
      if (only !== undefined && words.length === 1) return only;
      const misread =
        words.length === 0
          ? new Misread('missing_word', `Expected one ${what}, found nothing.`)
          : new Misread('unknown_word', `Expected one ${what}, found ${words.length} of them in one group.`);
      context.issues.push({ code: 'custom', input: group, message: misread.message, params: { misread } });
      return z.NEVER;
    });
}
