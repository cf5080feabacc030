import { z } from 'zod';
import { amount } from '../document/leaves/amounts.ts';
import { reference } from '../document/leaves/references.ts';
import { formatShortPoints } from '../explain/formats.ts';
import { saySetting } from '../explain/settings.ts';
import { effect } from './effect.ts';

/** A fixed number of points. */
export const give = effect({
  code: 'give',
  parameters: z.strictObject({ currency: reference('currencies'), amount }),
  sentence: {
    en: ['gets', '{points}'],
    da: ['får', '{points}'],
    sv: ['får', '{points}'],
    nb: ['får', '{points}'],
  },
  example: '- give: { currency: points, amount: 50 }',
  bind: ({ currency, amount: written }) => {
    const units = written.in({ kind: 'points', currency });
    return units === undefined ? undefined : { kind: 'give', currency: currency.id, amount: units };
  },
  words: ({ currency, amount: units }, speech) => {
    const known = speech.program.currencies.get(currency);
    return {
      points: saySetting(units, speech, (value) => (known ? formatShortPoints(value, known, speech.locale) : '')),
    };
  },
});
