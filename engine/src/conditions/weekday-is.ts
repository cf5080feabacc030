import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { formatWeekday, listWithOr } from '../explain/formats.ts';
import { dayAt, startOfDay } from '../time/zones.ts';
import { condition } from './condition.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const weekdayIs = condition({
  code: 'weekday_is',
  parameters: z.strictObject({ days: listOf(z.enum(WEEKDAYS)) }),
  sentence: {
    en: 'it is a {days}',
    da: 'det er en {days}',
    sv: 'det är en {days}',
    nb: 'det er en {days}',
  },
  denial: {
    en: 'it is not a {days}',
    da: 'det ikke er en {days}',
    sv: 'det inte är en {days}',
    nb: 'det ikke er en {days}',
  },
  example: '- weekday_is: { days: [monday, tuesday] }',
  words: ({ days }, { locale }) => ({
    days: listWithOr(
      days.map((day) => formatWeekday(WEEKDAYS.indexOf(day) + 1, locale)),
      locale,
    ),
  }),
  say: (day, { locale }) => formatWeekday((WEEKDAYS as readonly string[]).indexOf(day) + 1, locale),
  reads: ['day'],
  changesAt: ({ at, zone }) => startOfDay(zone, dayAt(zone, at) + 1),
  test: ({ weekday }, { days }) => {
    const has = WEEKDAYS[weekday - 1];
    return { holds: has !== undefined && days.includes(has), ...(has ? { has } : {}), wants: days.join(', ') };
  },
});
