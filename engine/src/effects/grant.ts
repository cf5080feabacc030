import { z } from 'zod';
import { nameIn, nameOf } from '../document/leaves/references.ts';
import { effect } from './effect.ts';

/** An offer of one's own. */
export const grant = effect({
  code: 'grant',
  parameters: z.strictObject({ offer: nameOf('offers') }),
  sentence: {
    en: ['gets', 'the offer “{offer}”'],
    da: ['får', 'tilbuddet “{offer}”'],
    sv: ['får', 'erbjudandet ”{offer}”'],
    nb: ['får', 'tilbudet «{offer}»'],
  },
  example: '- grant: { offer: tea_week }',
  bind: ({ offer }) => ({ kind: 'grant', offer }),
  words: ({ offer }, { program, locale }) => ({ offer: nameIn(program.offers.get(offer)?.name ?? {}, locale) }),
});
