import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { rate } from '../document/leaves/numbers.ts';
import { nameOf, reference } from '../document/leaves/references.ts';
import { text } from '../document/leaves/texts.ts';
import { formatRate, pointsName } from '../explain/formats.ts';
import { saySetting } from '../explain/settings.ts';
import { sayOnly } from './earn.ts';
import { effect } from './effect.ts';
import { levelFactor, sayFactor } from './level-factor.ts';

/** More of what is earned. */
export const multiply = effect({
  code: 'multiply',
  parameters: z.strictObject({
    currency: nameOf('currencies'),
    by: rate,
    byLevel: levelFactor.optional(),
    products: reference('products').optional(),
    tenders: listOf(text).optional(),
    combine: z.enum(['add', 'multiply']).optional(),
  }),
  sentence: {
    en: ['earns', '{by} times as many {points}{only}{factor}{combine}'],
    da: ['optjener', '{by} gange så mange {points}{only}{factor}{combine}'],
    sv: ['tjänar', '{by} gånger så många {points}{only}{factor}{combine}'],
    nb: ['tjener', '{by} ganger så mange {points}{only}{factor}{combine}'],
  },
  example: '- multiply: { currency: points, by: 2, products: goods, combine: add }',
  bind: ({ currency, by, byLevel, products, tenders, combine }) => ({
    kind: 'multiply',
    currency,
    by,
    byLevel,
    products,
    tenders: tenders === undefined ? undefined : new Set(tenders),
    combine: combine ?? 'add',
  }),
  words: ({ currency, by, byLevel, products, tenders, combine }, speech) => ({
    by: saySetting(by, speech, (value) => formatRate(value, speech.locale)),
    points: pointsName(speech.program.currencies.get(currency) ?? { name: {} }, 'several', speech.locale),
    only: sayOnly(products, tenders, speech.locale),
    factor: sayFactor(byLevel, speech),
    combine: combine === 'multiply' ? ON_TOP[speech.locale] : '',
  }),
});

const ON_TOP = {
  en: ', on top of other multipliers',
  da: ', oven i andre forøgelser',
  sv: ', ovanpå andra ökningar',
  nb: ', på toppen av andre økninger',
} as const;
