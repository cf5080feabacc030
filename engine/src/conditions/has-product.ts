import { z } from 'zod';
import { plainRate } from '../document/leaves/numbers.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import { formatDecimal, formatRate } from '../explain/formats.ts';
import { compare, type Exact, exactText, ONE, plus, ZERO } from '../numbers/exact.ts';
import type { Locale } from '../program.ts';
import { condition } from './condition.ts';

export const hasProduct = condition({
  code: 'has_product',
  parameters: z.strictObject({ products: reference('products'), quantity: plainRate.optional() }),
  sentence: {
    en: 'the purchase contains {least}{products}',
    da: 'købet indeholder {least}{products}',
    sv: 'köpet innehåller {least}{products}',
    nb: 'kjøpet inneholder {least}{products}',
  },
  denial: {
    en: 'the purchase contains {fewer}{products}',
    da: 'købet indeholder {fewer}{products}',
    sv: 'köpet innehåller {fewer}{products}',
    nb: 'kjøpet inneholder {fewer}{products}',
  },
  example: '- has_product: { products: goods, quantity: 2 }',
  settle: ({ products, quantity }) => ({ products, quantity: quantity ?? ONE }),
  words: ({ products, quantity }, { locale }) => ({
    products: nameIn(products.name, locale),
    ...sayQuantity(quantity, locale),
  }),
  say: (quantity, { locale }) => formatDecimal(quantity, locale),
  reads: ['purchase.lines'],
  keys: ({ products }) => products.keys,
  test: ({ purchase }, { products, quantity }) => {
    const lines = (purchase?.lines ?? []).filter((line) => products.has(line));
    const has = lines.reduce((sum, line) => plus(sum, line.quantity), ZERO);
    return { holds: compare(has, quantity) >= 0, has: exactText(has), wants: exactText(quantity) };
  },
});

const QUANTITY: Readonly<Record<Locale, readonly [least: string, fewer: string, of: string, none: string]>> = {
  en: ['at least', 'fewer than', 'of', 'no'],
  da: ['mindst', 'færre end', 'af', 'ingen'],
  sv: ['minst', 'färre än', 'av', 'inga'],
  nb: ['minst', 'færre enn', 'av', 'ingen'],
};

/** One of something is not counted in words: the purchase contains it, or none of it. */
function sayQuantity(quantity: Exact, locale: Locale): { readonly least: string; readonly fewer: string } {
  const [least, fewer, of, none] = QUANTITY[locale];
  if (compare(quantity, ONE) === 0) return { least: '', fewer: `${none} ` };
  const said = formatRate(quantity, locale);
  return { least: `${least} ${said} ${of} `, fewer: `${fewer} ${said} ${of} ` };
}
