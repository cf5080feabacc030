import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { nameIn, nameOf } from '../document/leaves/references.ts';
import { effect } from './effect.ts';

const NEXT = {
  en: ', or if that is gone ',
  da: ', eller hvis det er udsolgt ',
  sv: ', eller om det är slut ',
  nb: ', eller hvis det er utsolgt ',
} as const;

/** Something added to the purchase at no price. */
export const gift = effect({
  code: 'gift',
  parameters: z.strictObject({ firstOf: listOf(nameOf('gifts')) }),
  sentence: {
    en: ['gets', '{gifts} as a gift'],
    da: ['får', '{gifts} i gave'],
    sv: ['får', '{gifts} i gåva'],
    nb: ['får', '{gifts} i gave'],
  },
  example: '- gift: { firstOf: [candle, soap] }',
  bind: ({ firstOf }) => ({ kind: 'gift', firstOf }),
  words: ({ firstOf }, { program, locale }) => ({
    gifts: firstOf.map((id) => nameIn(program.gifts.get(id)?.name ?? {}, locale)).join(NEXT[locale]),
  }),
});
