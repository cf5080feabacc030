import { z } from 'zod';
import { nameIn, nameOf } from '../document/leaves/references.ts';
import { condition } from './condition.ts';

export const entitledTo = condition({
  code: 'entitled_to',
  parameters: z.strictObject({ benefit: nameOf('benefits') }),
  sentence: {
    en: 'the member is entitled to {benefit}',
    da: 'medlemmet har ret til {benefit}',
    sv: 'medlemmen har rätt till {benefit}',
    nb: 'medlemmet har rett til {benefit}',
  },
  denial: {
    en: 'the member is not entitled to {benefit}',
    da: 'medlemmet ikke har ret til {benefit}',
    sv: 'medlemmen inte har rätt till {benefit}',
    nb: 'medlemmet ikke har rett til {benefit}',
  },
  example: '- entitled_to: { benefit: early_sale }',
  words: ({ benefit }, { program, locale }) => ({ benefit: nameIn(program.benefits.get(benefit)?.name ?? {}, locale) }),
  reads: ({ benefit }) => [`benefit:${benefit}`],
  test: ({ read }, { benefit }) => ({ holds: read.isEntitled(benefit) }),
});
