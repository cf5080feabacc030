import { z } from 'zod';
import type { Binding } from '../document/binding.ts';
import { money, percentSetting, positiveWhole } from '../document/leaves/numbers.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import { formatPercent, formatShortMoney } from '../explain/formats.ts';
import { saySetting } from '../explain/settings.ts';
import type { DiscountKind, Setting } from '../program.ts';
import { effect } from './effect.ts';

const WORDS = {
  en: {
    percent: (share: string, things: string) => `${share} off ${things}`,
    amount: (money: string, things: string) => `${money} off each of ${things}`,
    price: (money: string, things: string) => `${things} at ${money} each`,
    everything: 'everything',
    units: (count: number) => (count === 1 ? ', for one item' : `, for at most ${count} items`),
    atMost: (money: string) => `, at most ${money}`,
  },
  da: {
    percent: (share: string, things: string) => `${share} rabat på ${things}`,
    amount: (money: string, things: string) => `${money} i rabat på hver enhed af ${things}`,
    price: (money: string, things: string) => `${things} til ${money} pr. stk.`,
    everything: 'alt',
    units: (count: number) => (count === 1 ? ', for én vare' : `, for højst ${count} varer`),
    atMost: (money: string) => `, højst ${money}`,
  },
  sv: {
    percent: (share: string, things: string) => `${share} rabatt på ${things}`,
    amount: (money: string, things: string) => `${money} i rabatt på varje enhet av ${things}`,
    price: (money: string, things: string) => `${things} för ${money} per styck`,
    everything: 'allt',
    units: (count: number) => (count === 1 ? ', för en vara' : `, för högst ${count} varor`),
    atMost: (money: string) => `, högst ${money}`,
  },
  nb: {
    percent: (share: string, things: string) => `${share} rabatt på ${things}`,
    amount: (money: string, things: string) => `${money} i rabatt på hver enhet av ${things}`,
    price: (money: string, things: string) => `${things} til ${money} per stykk`,
    everything: 'alt',
    units: (count: number) => (count === 1 ? ', for én vare' : `, for høyst ${count} varer`),
    atMost: (money: string) => `, høyst ${money}`,
  },
} as const;

/** Off the regular price. */
export const discount = effect({
  code: 'discount',
  parameters: z.strictObject({
    percent: percentSetting.optional(),
    amount: money.optional(),
    price: money.optional(),
    products: reference('products').optional(),
    units: positiveWhole.optional(),
    atMost: money.optional(),
  }),
  sentence: {
    en: ['gets', '{what}{units}{atMost}'],
    da: ['får', '{what}{units}{atMost}'],
    sv: ['får', '{what}{units}{atMost}'],
    nb: ['får', '{what}{units}{atMost}'],
  },
  example: '- discount: { percent: 20, products: goods, atMost: 50 }',
  bind: ({ products, units, atMost, ...written }, binding) => {
    const off = kindOf(written, binding);
    return off && { kind: 'discount', off, products, units, atMost };
  },
  words: ({ off, products, units, atMost }, speech) => {
    const words = WORDS[speech.locale];
    return {
      what: sayOff(off, products === undefined ? words.everything : nameIn(products.name, speech.locale), speech),
      units: units === undefined ? '' : words.units(units),
      atMost: atMost === undefined ? '' : words.atMost(sayMoney(atMost, speech)),
    };
  },
});

interface Written {
  readonly percent?: Extract<DiscountKind, { kind: 'percent' }>['percent'] | undefined;
  readonly amount?: Setting<number> | undefined;
  readonly price?: Setting<number> | undefined;
}

function kindOf({ percent, amount, price }: Written, binding: Binding): DiscountKind | undefined {
  const kinds: DiscountKind[] = [
    ...(percent === undefined ? [] : [{ kind: 'percent', percent } as const]),
    ...(amount === undefined ? [] : [{ kind: 'amount', amount } as const]),
    ...(price === undefined ? [] : [{ kind: 'price', price } as const]),
  ];
  if (kinds.length === 1) return kinds[0];
  const found = kinds.length === 0 ? 'says none of them' : `says ${kinds.map(({ kind }) => kind).join(' and ')}`;
  binding.report('missing_word', `A discount is a percent, an amount or a price; this one ${found}.`);
  return undefined;
}

function sayOff(off: DiscountKind, things: string, speech: Speech): string {
  const words = WORDS[speech.locale];
  switch (off.kind) {
    case 'percent':
      return words.percent(
        saySetting(off.percent, speech, (value) => formatPercent(value, speech.locale)),
        things,
      );
    case 'amount':
      return words.amount(sayMoney(off.amount, speech), things);
    case 'price':
      return words.price(sayMoney(off.price, speech), things);
  }
}

function sayMoney(amount: Setting<number>, speech: Speech): string {
  return saySetting(amount, speech, (value, market) => formatShortMoney(value, market?.currency ?? '', speech.locale));
}
