import { clausesOf, denialsOf, type Inner, testAll } from './combination.ts';
import { condition } from './condition.ts';

/** The opposite of a condition. */
export const not = (inner: Inner) =>
  condition({
    code: 'not',
    parameters: inner,
    sentence: { en: '{denial}', da: '{denial}', sv: '{denial}', nb: '{denial}' },
    denial: { en: '{clause}', da: '{clause}', sv: '{clause}', nb: '{clause}' },
    example: '- not: { channel_is: { channels: [marketplace] } }',
    words: (condition, { locale }) => ({
      denial: denialsOf([condition], locale).join(''),
      clause: clausesOf([condition], locale).join(''),
    }),
    reads: (condition) => condition.reads,
    test: (context, condition) => {
      const of = testAll([condition], context);
      return { holds: of.every(({ holds }) => !holds), of };
    },
  });
