import { z } from 'zod';
import { plainRate } from '../document/leaves/numbers.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import { formatDecimal, formatRate } from '../explain/formats.ts';
import { compare, exactText, ONE, plus, ZERO } from '../numbers/exact.ts';
import { condition } from './condition.ts';

export const hasProduct = condition({
  code: 'has_product',
  parameters: z.strictObject({ products: reference('products'), quantity: plainRate.optional() }),
  sentence: {
    en: 'the purchase contains at least {quantity} of {products}',
    da: 'købet indeholder mindst {quantity} af {products}',
    sv: 'köpet innehåller minst {quantity} av {products}',
    nb: 'kjøpet inneholder minst {quantity} av {products}',
  },
  denial: {
    en: 'the purchase contains fewer than {quantity} of {products}',
    da: 'købet indeholder færre end {quantity} af {products}',
    sv: 'köpet innehåller färre än {quantity} av {products}',
    nb: 'kjøpet inneholder færre enn {quantity} av {products}',
  },
  example: '- has_product: { products: goods, quantity: 2 }',
  settle: ({ products, quantity }) => ({ products, quantity: quantity ?? ONE }),
  words: ({ products, quantity }, { locale }) => ({
    products: nameIn(products.name, locale),
    quantity: formatRate(quantity, locale),
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
