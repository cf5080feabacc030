import type { Locale } from '../program.ts';
import type { Duration } from '../time/days.ts';
import { formatDecimal, listWithAnd } from './formats.ts';

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
/** One, several, and "the last several". */
type Forms = readonly [one: string, several: string, theSeveral: string];

const UNITS: Readonly<Record<Locale, Readonly<Record<Unit, Forms>>>> = {
  en: {
    second: ['second', 'seconds', 'seconds'],
    minute: ['minute', 'minutes', 'minutes'],
    hour: ['hour', 'hours', 'hours'],
    day: ['day', 'days', 'days'],
    week: ['week', 'weeks', 'weeks'],
    month: ['month', 'months', 'months'],
    year: ['year', 'years', 'years'],
  },
  da: {
    second: ['sekund', 'sekunder', 'sekunder'],
    minute: ['minut', 'minutter', 'minutter'],
    hour: ['time', 'timer', 'timer'],
    day: ['dag', 'dage', 'dage'],
    week: ['uge', 'uger', 'uger'],
    month: ['måned', 'måneder', 'måneder'],
    year: ['år', 'år', 'år'],
  },
  sv: {
    second: ['sekund', 'sekunder', 'sekunderna'],
    minute: ['minut', 'minuter', 'minuterna'],
    hour: ['timme', 'timmar', 'timmarna'],
    day: ['dag', 'dagar', 'dagarna'],
    week: ['vecka', 'veckor', 'veckorna'],
    month: ['månad', 'månader', 'månaderna'],
    year: ['år', 'år', 'åren'],
  },
  nb: {
    second: ['sekund', 'sekunder', 'sekundene'],
    minute: ['minutt', 'minutter', 'minuttene'],
    hour: ['time', 'timer', 'timene'],
    day: ['dag', 'dager', 'dagene'],
    week: ['uke', 'uker', 'ukene'],
    month: ['måned', 'måneder', 'månedene'],
    year: ['år', 'år', 'årene'],
  },
};

/** One unit, said of the time before now. */
const LAST_ONE: Readonly<Record<Locale, Readonly<Partial<Record<Unit, string>>>>> = {
  en: { day: 'the last day', week: 'the last week', month: 'the last month', year: 'the last year' },
  da: { day: 'den seneste dag', week: 'den seneste uge', month: 'den seneste måned', year: 'det seneste år' },
  sv: {
    day: 'den senaste dagen',
    week: 'den senaste veckan',
    month: 'den senaste månaden',
    year: 'det senaste året',
  },
  nb: { day: 'den siste dagen', week: 'den siste uken', month: 'den siste måneden', year: 'det siste året' },
};

const LAST_SEVERAL: Readonly<Record<Locale, string>> = {
  en: 'the last',
  da: 'de seneste',
  sv: 'de senaste',
  nb: 'de siste',
};

/** `14 days`, `6 months`, `1 hour and 30 minutes`. */
export function formatDuration(duration: Duration, locale: Locale): string {
  const said = unitsOf(duration).map(([unit, count]) => {
    const [one, several] = UNITS[locale][unit];
    return `${formatDecimal(String(count), locale)} ${count === 1 ? one : several}`;
  });
  return said.length === 0 ? `0 ${UNITS[locale].day[1]}` : listWithAnd(said, locale);
}

/** What is paid for one unit, and what happens again after it. */
const EACH_ONE: Readonly<Record<Locale, { readonly price: (unit: string) => string; readonly again: Each }>> = {
  en: { price: (unit) => `a ${unit}`, again: { common: 'every', neuter: 'every' } },
  da: { price: (unit) => `pr. ${unit}`, again: { common: 'hver', neuter: 'hvert' } },
  sv: { price: (unit) => `per ${unit}`, again: { common: 'varje', neuter: 'varje' } },
  nb: { price: (unit) => `per ${unit}`, again: { common: 'hver', neuter: 'hvert' } },
};
const EACH_SEVERAL: Readonly<Record<Locale, readonly [price: string, again: string]>> = {
  en: ['for', 'every'],
  da: ['for', 'hver gang der er gået'],
  sv: ['för', 'efter varje tid om'],
  nb: ['for', 'hver gang det har gått'],
};
type Each = Readonly<Record<'common' | 'neuter', string>>;

/** `a month`, `for 3 months`: behind a price. */
export function formatPriceTime(duration: Duration, locale: Locale): string {
  const unit = onlyUnit(duration);
  const [price] = EACH_SEVERAL[locale];
  if (unit === undefined) return `${price} ${formatDuration(duration, locale)}`;
  return EACH_ONE[locale].price(UNITS[locale][unit][0]);
}

/** `every month`, `every 3 months`. */
export function formatAgain(duration: Duration, locale: Locale): string {
  const unit = onlyUnit(duration);
  const [, again] = EACH_SEVERAL[locale];
  if (unit === undefined) return `${again} ${formatDuration(duration, locale)}`;
  return `${EACH_ONE[locale].again[unit === 'year' ? 'neuter' : 'common']} ${UNITS[locale][unit][0]}`;
}

/** The unit of a time that is exactly one of it. */
function onlyUnit({ months, days, seconds }: Duration): Unit | undefined {
  if (seconds > 0) return undefined;
  if (days === 0) return months === 12 ? 'year' : months === 1 ? 'month' : undefined;
  if (months > 0) return undefined;
  return days === 7 ? 'week' : days === 1 ? 'day' : undefined;
}

/** `the last 12 months`. */
export function formatLast(duration: Duration, locale: Locale): string {
  const units = unitsOf(duration);
  const [first] = units;
  const alone = units.length === 1 && first?.[1] === 1 ? LAST_ONE[locale][first[0]] : undefined;
  if (alone !== undefined) return alone;
  const said = units.map(([unit, count]) => `${formatDecimal(String(count), locale)} ${UNITS[locale][unit][2]}`);
  return `${LAST_SEVERAL[locale]} ${listWithAnd(said, locale)}`;
}

function unitsOf({ months, days, seconds }: Duration): readonly (readonly [Unit, number])[] {
  // Twelve and twenty-four months are said as months, longer whole years as years.
  const years = months > 24 && months % 12 === 0 ? months / 12 : 0;
  const all: readonly (readonly [Unit, number])[] = [
    ['year', years],
    ['month', months - years * 12],
    ['day', days],
    ['hour', Math.floor(seconds / 3600)],
    ['minute', Math.floor((seconds % 3600) / 60)],
    ['second', seconds % 60],
  ];
  return all.filter(([, count]) => count > 0);
}
