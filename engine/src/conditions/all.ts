import { listOf } from '../document/leaf.ts';
import { listWithAnd, listWithOr } from '../explain/formats.ts';
import { clausesOf, denialsOf, firstKeys, type Inner, testAll } from './combination.ts';
import { condition } from './condition.ts';

/** Several conditions together, inside `any` or `not`. */
export const all = (inner: Inner) =>
  condition({
    code: 'all',
    parameters: listOf(inner),
    sentence: { en: '{all}', da: '{all}', sv: '{all}', nb: '{all}' },
    denial: { en: '{some}', da: '{some}', sv: '{some}', nb: '{some}' },
    example:
      '- any: [{ all: [{ channel_is: { channels: [app] } }, { weekday_is: { days: [monday] } }] }, { code_entered: { code: APRIL } }]',
    words: (conditions, { locale }) => ({
      all: listWithAnd(clausesOf(conditions, locale), locale),
      some: listWithOr(denialsOf(conditions, locale), locale),
    }),
    reads: (conditions) => conditions.flatMap(({ reads }) => reads),
    keys: firstKeys,
    test: (context, conditions) => {
      const of = testAll(conditions, context);
      return { holds: of.every(({ holds }) => holds), of };
    },
  });
