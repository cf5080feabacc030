import { listOf } from '../document/leaf.ts';
import { listWithAnd, listWithOr } from '../explain/formats.ts';
import { clausesOf, denialsOf, type Inner, testAll, unionOfKeys } from './combination.ts';
import { condition } from './condition.ts';

/** One of several conditions is enough. */
export const any = (inner: Inner) =>
  condition({
    code: 'any',
    parameters: listOf(inner),
    sentence: { en: '{any}', da: '{any}', sv: '{any}', nb: '{any}' },
    denial: { en: '{none}', da: '{none}', sv: '{none}', nb: '{none}' },
    example: '- any: [{ channel_is: { channels: [app] } }, { weekday_is: { days: [monday] } }]',
    words: (conditions, { locale }) => ({
      any: listWithOr(clausesOf(conditions, locale), locale),
      none: listWithAnd(denialsOf(conditions, locale), locale),
    }),
    reads: (conditions) => conditions.flatMap(({ reads }) => reads),
    keys: unionOfKeys,
    test: (context, conditions) => {
      const of = testAll(conditions, context);
      return { holds: of.some(({ holds }) => holds), of };
    },
  });
