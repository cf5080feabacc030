import { z } from 'zod';
import { sayCounted, unitOfCounter } from '../document/counter-unit.ts';
import { amount } from '../document/leaves/amounts.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import { effect } from './effect.ts';

/** More on a counter. */
export const count = effect({
  code: 'count',
  parameters: z.strictObject({ counter: reference('counters'), amount }),
  sentence: {
    en: ['gets', '{amount} added to {counter}'],
    da: ['får', 'lagt {amount} til {counter}'],
    sv: ['får', '{amount} tillagt till {counter}'],
    nb: ['får', 'lagt {amount} til {counter}'],
  },
  example: '- count: { counter: visits, amount: 1 }',
  bind: ({ counter, amount: written }, { reading }) => {
    const units = written.in(unitOfCounter(counter, reading.made.currencies));
    return units === undefined ? undefined : { kind: 'count', counter: counter.id, amount: units };
  },
  words: ({ counter, amount: units }, speech) => {
    const known = speech.program.counters.get(counter);
    return {
      amount: known === undefined ? '' : sayCounted(units, known, speech),
      counter: nameIn(known?.name ?? {}, speech.locale),
    };
  },
});
