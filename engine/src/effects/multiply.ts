import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { rate } from '../document/leaves/numbers.ts';
import { nameOf, reference } from '../document/leaves/references.ts';
import { text } from '../document/leaves/texts.ts';
import type { Speech } from '../document/unbound.ts';
import { formatRate, pointsName } from '../explain/formats.ts';
import { saySetting } from '../explain/settings.ts';
import { type Exact, ONE } from '../numbers/exact.ts';
import type { Locale, Setting } from '../program.ts';
import { sayOnly, sayPaid } from './earn.ts';
import { effect } from './effect.ts';
import { levelFactor, sayFactor } from './level-factor.ts';

/** More of what is earned. */
export const multiply = effect({
  code: 'multiply',
  parameters: z.strictObject({
    currency: nameOf('currencies'),
    by: rate.optional(),
    byLevel: levelFactor.optional(),
    products: reference('products').optional(),
    tenders: listOf(text).optional(),
    combine: z.enum(['add', 'multiply']).optional(),
  }),
  sentence: {
    en: ['earns', '{more} {points}{only}{factor}{combine}'],
    da: ['optjener', '{more} {points}{only}{factor}{combine}'],
    sv: ['tjänar', '{more} {points}{only}{factor}{combine}'],
    nb: ['tjener', '{more} {points}{only}{factor}{combine}'],
  },
  example: '- multiply: { currency: points, by: 2, products: goods, combine: add }',
  bind: ({ currency, by, byLevel, products, tenders, combine }) => ({
    kind: 'multiply',
    currency,
    by: by ?? (() => ONE),
    byLevel,
    products,
    tenders: tenders === undefined ? undefined : new Set(tenders),
    combine: combine ?? 'add',
  }),
  words: ({ currency, by, byLevel, products, tenders, combine }, speech) => ({
    more: sayMore(by, speech),
    points: pointsName(speech.program.currencies.get(currency) ?? { name: {} }, 'several', speech.locale),
    only: sayPaid(tenders, FOR_PAID, speech) + sayOnly(products, speech.locale),
    factor: sayFactor(byLevel, speech),
    combine: combine === 'multiply' ? ON_TOP[speech.locale] : '',
  }),
});

const TIMES: Readonly<Record<Locale, readonly [more: string, times: (by: string) => string]>> = {
  en: ['more', (by) => `${by} times as many`],
  da: ['flere', (by) => `${by} gange så mange`],
  sv: ['fler', (by) => `${by} gånger så många`],
  nb: ['flere', (by) => `${by} ganger så mange`],
};

/** `2 times as many`; where only the levels say how many times, `more`. */
function sayMore(by: Setting<Exact>, speech: Speech): string {
  const [more, times] = TIMES[speech.locale];
  const said = saySetting(by, speech, (value) => formatRate(value, speech.locale));
  return said === '' ? more : times(said);
}

/** Behind "as many points". */
const FOR_PAID: Readonly<Record<Locale, (name: string) => string>> = {
  en: (name) => ` for what is paid with ${name}`,
  da: (name) => ` for det, der betales med ${name}`,
  sv: (name) => ` för det som betalas med ${name}`,
  nb: (name) => ` for det som betales med ${name}`,
};

const ON_TOP = {
  en: ', on top of other multipliers',
  da: ', oven i andre forøgelser',
  sv: ', utöver andra ökningar',
  nb: ', i tillegg til andre økninger',
} as const;
