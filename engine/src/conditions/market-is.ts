import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import { condition } from './condition.ts';

export const marketIs = condition({
  code: 'market_is',
  parameters: z.strictObject({ markets: listOf(reference('markets')) }),
  sentence: {
    en: 'the member belongs to {markets}',
    da: 'medlemmet hører til {markets}',
    sv: 'medlemmen hör till {markets}',
    nb: 'medlemmet hører til {markets}',
  },
  denial: {
    en: 'the member does not belong to {markets}',
    da: 'medlemmet ikke hører til {markets}',
    sv: 'medlemmen inte hör till {markets}',
    nb: 'medlemmet ikke hører til {markets}',
  },
  example: '- market_is: { markets: [UK] }',
  say: (id, { program, locale }) => nameIn(program.markets.get(id)?.name ?? {}, locale),
  reads: ['market'],
  test: ({ market }, { markets }) => ({
    holds: markets.some(({ id }) => id === market.id),
    has: market.id,
    wants: markets.map(({ id }) => id).join(', '),
  }),
});
