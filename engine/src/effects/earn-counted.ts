import { z } from 'zod';
import { sayCounted, unitOfCounter } from '../document/counter-unit.ts';
import { Misread } from '../document/leaf.ts';
import { amount } from '../document/leaves/amounts.ts';
import { plainRate, rate, wholeUnits } from '../document/leaves/numbers.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import { formatExactPoints } from '../explain/formats.ts';
import { saySetting } from '../explain/settings.ts';
import { times, whole } from '../numbers/exact.ts';
import { effect } from './effect.ts';
import { mapSetting } from './map-setting.ts';

const ROUNDED = {
  en: (step: string) => `, rounded to steps of ${step}`,
  da: (step: string) => `, afrundet til trin på ${step}`,
  sv: (step: string) => `, avrundat till steg om ${step}`,
  nb: (step: string) => `, avrundet til trinn på ${step}`,
} as const;

/** Points for what a counter has counted in the period that ended. */
export const earnCounted = effect({
  code: 'earn_counted',
  parameters: z.strictObject({
    currency: reference('currencies'),
    counter: reference('counters'),
    points: rate,
    per: amount,
    rounding: z
      .strictObject({ mode: z.enum(['floor', 'half_up', 'half_even', 'ceiling']), step: plainRate })
      .optional(),
  }),
  sentence: {
    en: ['earns', '{points} for every {per} of {counter} in that time{rounded}'],
    da: ['optjener', '{points} pr. {per} af {counter} i perioden{rounded}'],
    sv: ['tjänar', '{points} per {per} av {counter} under perioden{rounded}'],
    nb: ['tjener', '{points} per {per} av {counter} i perioden{rounded}'],
  },
  example: '- earn_counted: { currency: points, counter: spend, points: 1, per: 10 }',
  on: '{ period: quarter }',
  bind: ({ currency, counter, points, per, rounding }, binding) => {
    const unit = per.in(unitOfCounter(counter, binding.reading.made.currencies));
    const step =
      rounding && wholeUnits(times(rounding.step, whole(10 ** currency.decimals)), currency.decimals, 'these points');
    if (step instanceof Misread) {
      binding.at('rounding', 'step').report(step.code, step.message, step.remedy);
      return undefined;
    }
    if (unit === undefined) return undefined;
    return {
      kind: 'earn_counted',
      currency: currency.id,
      counter: counter.id,
      points: mapSetting(points, (value) => times(value, whole(10 ** currency.decimals))),
      per: unit,
      rounding: rounding && step !== undefined ? { mode: rounding.mode, step } : undefined,
    };
  },
  words: ({ currency: id, counter: name, points, per, rounding }, speech) => {
    const { locale, program } = speech;
    const currency = program.currencies.get(id);
    const counter = program.counters.get(name);
    return {
      points: saySetting(points, speech, (value) => (currency ? formatExactPoints(value, currency, locale) : '')),
      per: counter === undefined ? '' : sayCounted(per, counter, speech),
      counter: nameIn(counter?.name ?? {}, locale),
      rounded:
        rounding && currency ? ROUNDED[locale](formatExactPoints({ n: rounding.step, d: 1 }, currency, locale)) : '',
    };
  },
});
