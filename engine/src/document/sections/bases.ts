import { z } from 'zod';
import type { Base } from '../../program.ts';
import { listOf } from '../leaf.ts';
import { reference } from '../leaves/references.ts';
import { text } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';

/** Channels that count: these only, or all but these. */
export const channelsShape = z.strictObject({ only: listOf(text).optional(), not: listOf(text).optional() });

export const baseShape = z.strictObject({
  name: words,
  products: reference('products').optional(),
  after: z.array(z.enum(['discounts', 'vouchers', 'points'])),
  tax: z.enum(['included', 'excluded']),
  charges: listOf(text).optional(),
  tenders: listOf(text).optional(),
  channels: channelsShape.optional(),
});

export function makeBase(id: string, written: Bound<z.output<typeof baseShape>>): Base {
  const { name, products, after, tax, charges, tenders, channels } = written;
  return {
    id,
    name,
    products,
    after: new Set(after),
    tax,
    charges: new Set(charges ?? []),
    tenders: tenders === undefined ? undefined : new Set(tenders),
    channels: channelsOf(channels),
  };
}

export function channelsOf(channels: Bound<z.output<typeof channelsShape>> | undefined): Base['channels'] {
  return {
    ...(channels?.only === undefined ? {} : { only: new Set(channels.only) }),
    ...(channels?.not === undefined ? {} : { not: new Set(channels.not) }),
  };
}
