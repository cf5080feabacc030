import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { text } from '../document/leaves/texts.ts';
import { sayCode, sayCodes } from '../explain/known-codes.ts';
import { condition } from './condition.ts';

export const paidWith = condition({
  code: 'paid_with',
  parameters: z.strictObject({ tenders: listOf(text) }),
  sentence: {
    en: 'some of it is paid with {tenders}',
    da: 'noget af det er betalt med {tenders}',
    sv: 'något av det är betalt med {tenders}',
    nb: 'noe av det er betalt med {tenders}',
  },
  denial: {
    en: 'nothing is paid with {tenders}',
    da: 'intet er betalt med {tenders}',
    sv: 'inget är betalt med {tenders}',
    nb: 'ingenting er betalt med {tenders}',
  },
  example: '- paid_with: { tenders: [own_card] }',
  words: ({ tenders }, speech) => ({ tenders: sayCodes(tenders, speech) }),
  say: (code, speech) => (code === '' ? '' : sayCode(code, speech)),
  reads: ['purchase.tenders'],
  keys: ({ tenders }) => tenders.map((tender) => `tender:${tender}`),
  test: ({ purchase }, { tenders }) => {
    const has = purchase?.tenders ?? [];
    return { holds: tenders.some((tender) => has.includes(tender)), has: has.join(', '), wants: tenders.join(', ') };
  },
});
