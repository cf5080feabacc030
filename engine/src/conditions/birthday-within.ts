import { z } from 'zod';
import { isWithinWindow, parseYearly } from '../birthdays/yearly-dates.ts';
import { durationFromZero } from '../document/leaves/dates.ts';
import { formatDuration } from '../explain/durations.ts';
import { formatYearlyDate } from '../explain/formats.ts';
import type { Locale } from '../program.ts';
import type { Duration } from '../time/days.ts';
import { condition } from './condition.ts';

const NOTHING: Duration = { months: 0, days: 0, seconds: 0 };

export const birthdayWithin = condition({
  code: 'birthday_within',
  parameters: z.strictObject({
    before: durationFromZero.optional(),
    through: z.enum(['day', 'week', 'month']).optional(),
    after: durationFromZero.optional(),
  }),
  sentence: { en: 'it is {when}', da: 'det er {when}', sv: 'det är {when}', nb: 'det er {when}' },
  denial: { en: 'it is not {when}', da: 'det ikke er {when}', sv: 'det inte är {when}', nb: 'det ikke er {when}' },
  example: '- birthday_within: { through: month }',
  settle: ({ before, through, after }) => ({
    before: before ?? NOTHING,
    through: through ?? 'day',
    after: after ?? NOTHING,
  }),
  words: ({ before, through, after }, { locale }) => ({ when: sayWindow(before, through, after, locale) }),
  say: (date, { locale }) => {
    const read = parseYearly(date);
    return read === undefined ? date : formatYearlyDate(read, locale);
  },
  reads: ['birthday'],
  test: ({ day, read }, window) => {
    const has = read.birthday();
    const date = has === null ? undefined : parseYearly(has);
    return { holds: date !== undefined && isWithinWindow(date, day, window), ...(has === null ? {} : { has }) };
  },
});

const WORDS: Readonly<Record<Locale, WindowWords>> = {
  en: {
    through: {
      day: 'the member’s birthday',
      week: 'the week of the member’s birthday',
      month: 'the month of the member’s birthday',
    },
    before: (time) => `at most ${time} before it`,
    after: (time) => `at most ${time} after it`,
    or: 'or',
  },
  da: {
    through: {
      day: 'medlemmets fødselsdag',
      week: 'ugen med medlemmets fødselsdag',
      month: 'måneden med medlemmets fødselsdag',
    },
    before: (time) => `højst ${time} før`,
    after: (time) => `højst ${time} efter`,
    or: 'eller',
  },
  sv: {
    through: {
      day: 'medlemmens födelsedag',
      week: 'veckan för medlemmens födelsedag',
      month: 'månaden för medlemmens födelsedag',
    },
    before: (time) => `högst ${time} före`,
    after: (time) => `högst ${time} efter`,
    or: 'eller',
  },
  nb: {
    through: {
      day: 'medlemmets fødselsdag',
      week: 'uken med medlemmets fødselsdag',
      month: 'måneden med medlemmets fødselsdag',
    },
    before: (time) => `høyst ${time} før`,
    after: (time) => `høyst ${time} etter`,
    or: 'eller',
  },
};

interface WindowWords {
  readonly through: Readonly<Record<'day' | 'week' | 'month', string>>;
  readonly before: (time: string) => string;
  readonly after: (time: string) => string;
  readonly or: string;
}

/** `the member’s birthday, or at most 7 days before it` */
function sayWindow(before: Duration, through: 'day' | 'week' | 'month', after: Duration, locale: Locale): string {
  const words = WORDS[locale];
  const isSome = ({ months, days }: Duration) => months + days > 0;
  const around = [
    ...(isSome(before) ? [words.before(formatDuration(before, locale))] : []),
    ...(isSome(after) ? [words.after(formatDuration(after, locale))] : []),
  ];
  return [words.through[through], ...around].join(` ${words.or} `);
}
