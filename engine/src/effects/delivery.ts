import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { moneyFromZero } from '../document/leaves/numbers.ts';
import { text } from '../document/leaves/texts.ts';
import type { Speech } from '../document/unbound.ts';
import { formatShortMoney } from '../explain/formats.ts';
import { sayCode, sayCodes } from '../explain/known-codes.ts';
import { saySetting } from '../explain/settings.ts';
import type { Setting } from '../program.ts';
import { effect } from './effect.ts';

const WORDS = {
  en: { free: (what: string) => `free ${what}`, cost: (what: string, money: string) => `${what} for ${money}` },
  da: { free: (what: string) => `gratis ${what}`, cost: (what: string, money: string) => `${what} for ${money}` },
  sv: { free: (what: string) => `gratis ${what}`, cost: (what: string, money: string) => `${what} för ${money}` },
  nb: { free: (what: string) => `gratis ${what}`, cost: (what: string, money: string) => `${what} for ${money}` },
} as const;

/** What delivery costs. */
export const delivery = effect({
  code: 'delivery',
  parameters: z.strictObject({ fee: moneyFromZero, ways: listOf(text).optional() }),
  sentence: {
    en: ['gets', '{delivery}'],
    da: ['får', '{delivery}'],
    sv: ['får', '{delivery}'],
    nb: ['får', '{delivery}'],
  },
  example: '- delivery: { fee: 4.90, ways: [standard] }',
  bind: ({ fee, ways }) => ({ kind: 'delivery', fee, ways: ways === undefined ? undefined : new Set(ways) }),
  words: ({ fee, ways }, speech) => {
    const { free, cost } = WORDS[speech.locale];
    const what = ways === undefined ? sayCode('delivery', speech) : sayCodes(ways, speech);
    const isFree = (fee.pieces ?? []).every(({ value }) => value === 0);
    return { delivery: isFree ? free(what) : cost(what, sayMoney(fee, speech)) };
  },
});

function sayMoney(fee: Setting<number>, speech: Speech): string {
  return saySetting(fee, speech, (value, market) => formatShortMoney(value, market?.currency ?? '', speech.locale));
}
