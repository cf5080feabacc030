import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { money, rate } from '../document/leaves/numbers.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import { text } from '../document/leaves/texts.ts';
import type { Speech } from '../document/unbound.ts';
import { formatExactPoints, formatMoneyStep, formatShortMoney } from '../explain/formats.ts';
import { sayCodes } from '../explain/known-codes.ts';
import { saySetting } from '../explain/settings.ts';
import { type Exact, times, whole } from '../numbers/exact.ts';
import { minorDigits } from '../numbers/money.ts';
import type { Currency, Locale, ProductGroup, Setting } from '../program.ts';
import { effect } from './effect.ts';
import { levelFactor, sayFactor } from './level-factor.ts';
import { mapSetting } from './map-setting.ts';

const ONLY: Readonly<Record<Locale, (name: string) => string>> = {
  en: (name) => ` for ${name} only`,
  da: (name) => ` kun for ${name}`,
  sv: (name) => ` endast för ${name}`,
  nb: (name) => ` bare for ${name}`,
};

/** Behind "spent on goods". */
const AND_PAID: Readonly<Record<Locale, (name: string) => string>> = {
  en: (name) => ` and paid with ${name}`,
  da: (name) => ` og betalt med ${name}`,
  sv: (name) => ` och betalas med ${name}`,
  nb: (name) => ` og betalt med ${name}`,
};

/** Points for money. */
export const earn = effect({
  code: 'earn',
  parameters: z.strictObject({
    currency: reference('currencies'),
    base: reference('bases'),
    points: rate,
    per: money,
    factor: levelFactor.optional(),
    products: reference('products').optional(),
    tenders: listOf(text).optional(),
  }),
  sentence: {
    en: ['earns', '{points} for every {per} spent on {base}{only}{factor}'],
    da: ['optjener', '{points} pr. {per} brugt på {base}{only}{factor}'],
    sv: ['tjänar', '{points} per {per} som läggs på {base}{only}{factor}'],
    nb: ['tjener', '{points} per {per} brukt på {base}{only}{factor}'],
  },
  example:
    '- earn: { currency: points, base: goods, points: 1, per: 1, factor: { ladder: status, levels: { silver: 1.25, gold: 1.5 } } }',
  bind: ({ currency, base, points, per, factor, products, tenders }) => ({
    kind: 'earn',
    currency: currency.id,
    base,
    points: mapSetting(points, (value) => times(value, whole(10 ** currency.decimals))),
    per,
    factor,
    products,
    tenders: tenders === undefined ? undefined : new Set(tenders),
  }),
  words: ({ currency, base, points, per, factor, products, tenders }, speech) => ({
    points: sayRate(points, speech.program.currencies.get(currency), speech),
    per: sayStep(per, speech),
    base: nameIn(base.name, speech.locale),
    only: sayPaid(tenders, AND_PAID, speech) + sayOnly(products, speech.locale),
    factor: sayFactor(factor, speech),
  }),
});

function sayRate(points: Setting<Exact>, currency: Currency | undefined, speech: Speech): string {
  return saySetting(points, speech, (value) =>
    currency === undefined ? '' : formatExactPoints(value, currency, speech.locale),
  );
}

export function sayOnly(products: ProductGroup | undefined, locale: Locale): string {
  return products === undefined ? '' : ONLY[locale](nameIn(products.name, locale));
}

/** What is paid with some tenders, in the clause that a sentence has for it. */
export function sayPaid(
  tenders: ReadonlySet<string> | undefined,
  clauses: Readonly<Record<Locale, (name: string) => string>>,
  speech: Speech,
): string {
  return tenders === undefined ? '' : clauses[speech.locale](sayCodes(tenders, speech));
}

/** A unit is said by its name only where every market has one of it: "pr. 10 kr. i Danmark og 1 € i Finland". */
function sayStep(per: Setting<number>, speech: Speech): string {
  const { program, locale } = speech;
  const currencyOf = (id: string | undefined) =>
    (program.markets.get(id ?? '') ?? [...program.markets.values()][0])?.currency ?? '';
  const isOne = (per.pieces ?? []).every(({ value, market }) => value === 10 ** minorDigits(currencyOf(market)));
  const say = isOne ? formatMoneyStep : formatShortMoney;
  return saySetting(per, speech, (value, market) => say(value, market?.currency ?? '', locale));
}
