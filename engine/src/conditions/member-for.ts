import { z } from 'zod';
import { duration } from '../document/leaves/dates.ts';
import { formatDuration } from '../explain/durations.ts';
import { addToDay } from '../time/days.ts';
import { startOfDay } from '../time/zones.ts';
import { condition } from './condition.ts';

export const memberFor = condition({
  code: 'member_for',
  parameters: z.strictObject({ atLeast: duration }),
  sentence: {
    en: 'the member joined at least {atLeast} ago',
    da: 'medlemmet meldte sig ind for mindst {atLeast} siden',
    sv: 'medlemmen gick med för minst {atLeast} sedan',
    nb: 'medlemmet meldte seg inn for minst {atLeast} siden',
  },
  denial: {
    en: 'the member joined less than {atLeast} ago',
    da: 'medlemmet meldte sig ind for mindre end {atLeast} siden',
    sv: 'medlemmen gick med för mindre än {atLeast} sedan',
    nb: 'medlemmet meldte seg inn for mindre enn {atLeast} siden',
  },
  example: '- member_for: { atLeast: P7D }',
  words: ({ atLeast }, { locale }) => ({ atLeast: formatDuration(atLeast, locale) }),
  reads: ['days_since_enrolment'],
  changesAt: ({ at, zone, since }, { atLeast }) => {
    const change = startOfDay(zone, addToDay(since, atLeast));
    return change > at ? change : undefined;
  },
  test: ({ day, read }, { atLeast }) => {
    const has = read.daysSinceEnrolment();
    // Months are counted from the day of enrolment, so the wanted days depend on it.
    const wants = addToDay(day - has, atLeast) - (day - has);
    return { holds: has >= wants, has, wants };
  },
});
