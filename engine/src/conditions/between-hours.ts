import { z } from 'zod';
import { minuteOfDay } from '../document/leaves/dates.ts';
import { formatMinute } from '../explain/formats.ts';
import { dayAt, minuteOfDay as minuteAt, startOfDay } from '../time/zones.ts';
import { condition } from './condition.ts';

export const betweenHours = condition({
  code: 'between_hours',
  parameters: z.strictObject({ from: minuteOfDay, to: minuteOfDay }),
  sentence: {
    en: 'it is between {from} and {to}',
    da: 'klokken er mellem {from} og {to}',
    sv: 'klockan är mellan {from} och {to}',
    nb: 'klokken er mellom {from} og {to}',
  },
  denial: {
    en: 'it is not between {from} and {to}',
    da: 'klokken ikke er mellem {from} og {to}',
    sv: 'klockan inte är mellan {from} och {to}',
    nb: 'klokken ikke er mellom {from} og {to}',
  },
  example: '- between_hours: { from: "07:00", to: "09:30" }',
  settle: ({ from, to }, binding) => {
    if (from !== to) return { from, to };
    binding.report('never_matches', 'The two times are the same, so no time lies between them.');
    return undefined;
  },
  words: ({ from, to }, { locale }) => ({ from: formatMinute(from, locale), to: formatMinute(to, locale) }),
  say: (range, { locale }) => (locale === 'da' || locale === 'nb' ? range.replaceAll(':', '.') : range),
  reads: ['minute'],
  changesAt: ({ at, zone }, { from, to }) => {
    const [minute, day] = [minuteAt(zone, at), dayAt(zone, at)];
    const next = [from, to].toSorted((a, b) => a - b).find((edge) => edge > minute && edge < 1440);
    return next === undefined ? startOfDay(zone, day + 1) : at + (next - minute) * 60_000 - (at % 60_000);
  },
  test: ({ minute }, { from, to }) => ({
    holds: from < to ? minute >= from && minute < to : minute >= from || minute < to,
    has: formatMinute(minute, 'en'),
    wants: `${formatMinute(from, 'en')}–${formatMinute(to, 'en')}`,
  }),
});
