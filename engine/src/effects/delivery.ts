import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { moneyFromZero } from '../document/leaves/numbers.ts';
import { text } from '../document/leaves/texts.ts';
import { formatShortMoney } from '../explain/formats.ts';
import { sayCode, sayCodes } from '../explain/known-codes.ts';
import { saySetting } from '../explain/settings.ts';
import { effect } from './effect.ts';

/** What delivery costs. */
export const delivery = effect({
  code: 'delivery',
  parameters: z.strictObject({ fee: moneyFromZero, ways: listOf(text).optional() }),
  sentence: {
    en: ['gets', '{what} for {fee}'],
    da: ['får', '{what} for {fee}'],
    sv: ['får', '{what} för {fee}'],
    nb: ['får', '{what} for {fee}'],
  },
  example: '- delivery: { fee: 4.90, ways: [standard] }',
  bind: ({ fee, ways }) => ({ kind: 'delivery', fee, ways: ways === undefined ? undefined : new Set(ways) }),
  words: ({ fee, ways }, speech) => ({
    what: ways === undefined ? sayCode('delivery', speech.locale) : sayCodes(ways, speech.locale),
    fee: saySetting(fee, speech, (value, market) => formatShortMoney(value, market?.currency ?? '', speech.locale)),
  }),
});
