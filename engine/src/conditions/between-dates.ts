import { z } from 'zod';
import { day } from '../document/leaves/dates.ts';
import { formatDay } from '../explain/formats.ts';
import { dayText, parseDay } from '../time/days.ts';
import { dayAt, startOfDay } from '../time/zones.ts';
import { condition } from './condition.ts';

export const betweenDates = condition({
  code: 'between_dates',
  parameters: z.strictObject({ from: day, through: day }),
  sentence: {
    en: 'it is between {from} and {through}',
    da: 'det er mellem den {from} og den {through}',
    sv: 'det är mellan den {from} och den {through}',
    nb: 'det er mellom {from} og {through}',
  },
  denial: {
    en: 'it is not between {from} and {through}',
    da: 'det ikke er mellem den {from} og den {through}',
    sv: 'det inte är mellan den {from} och den {through}',
    nb: 'det ikke er mellom {from} og {through}',
  },
  example: '- between_dates: { from: 2026-06-01, through: 2026-08-31 }',
  settle: ({ from, through }, binding) => {
    if (from <= through) return { from, through };
    binding.report('dates_reversed', `${dayText(from)} is after ${dayText(through)}.`, 'Exchange the two dates.');
    return undefined;
  },
  words: ({ from, through }, { locale }) => ({ from: formatDay(from, locale), through: formatDay(through, locale) }),
  say: (range, { locale }) =>
    range
      .split('–')
      .map((date) => formatDay(parseDay(date) ?? 0, locale))
      .join(' – '),
  reads: ['day'],
  changesAt: ({ at, zone }, { from, through }) => {
    const today = dayAt(zone, at);
    const next = [from, through + 1].find((edge) => edge > today);
    return next === undefined ? undefined : startOfDay(zone, next);
  },
  test: ({ day: today }, { from, through }) => ({
    holds: today >= from && today <= through,
    has: dayText(today),
    wants: `${dayText(from)}–${dayText(through)}`,
  }),
});
