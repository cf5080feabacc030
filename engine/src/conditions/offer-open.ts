import { z } from 'zod';
import { nameIn, nameOf } from '../document/leaves/references.ts';
import { quoted } from '../explain/known-codes.ts';
import { condition } from './condition.ts';

export const offerOpen = condition({
  code: 'offer_open',
  parameters: z.strictObject({ offer: nameOf('offers') }),
  sentence: {
    en: 'the offer {offer} is open for the member',
    da: 'tilbuddet {offer} gælder for medlemmet',
    sv: 'erbjudandet {offer} gäller för medlemmen',
    nb: 'tilbudet {offer} gjelder for medlemmet',
  },
  denial: {
    en: 'the offer {offer} is not open for the member',
    da: 'tilbuddet {offer} ikke gælder for medlemmet',
    sv: 'erbjudandet {offer} inte gäller för medlemmen',
    nb: 'tilbudet {offer} ikke gjelder for medlemmet',
  },
  example: '- offer_open: { offer: tea_week }',
  words: ({ offer }, { program, locale }) => ({
    offer: quoted(nameIn(program.offers.get(offer)?.name ?? {}, locale), locale),
  }),
  reads: ({ offer }) => [`offer:${offer}`],
  test: ({ read }, { offer }) => ({ holds: read.offer(offer) === 'open' }),
});
