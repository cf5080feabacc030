import { sayCounted } from '../document/counter-unit.ts';
import { levelName, nameIn } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Ladder, Level } from '../program.ts';
import { formatDuration } from './durations.ts';
import { listWithAnd } from './formats.ts';
import { sayCode } from './known-codes.ts';
import { REWARD_PHRASES } from './phrases/rewards.ts';
import { PHRASES } from './phrases.ts';
import { capitalised, paragraph } from './texts.ts';

/** A ladder: its levels, how one moves up, keeps and loses them. */
export function sayLadder(ladder: Ladder, speech: Speech): readonly string[] {
  const { locale, program } = speech;
  const phrases = PHRASES[locale];
  const ways = ladder.waysIn.map(({ cardKind, level }) =>
    phrases.wayIn(sayCode(cardKind, speech), levelName(program, ladder.id, level, locale)),
  );
  return [
    paragraph([sayLevels(ladder, speech), phrases.up[ladder.up], ...ways]),
    paragraph([
      sayKeeping(ladder, speech),
      ladder.keptBy === undefined ? '' : phrases.keptSince[ladder.keptBy.since],
      sayReview(ladder, speech),
      ladder.grace === undefined ? '' : phrases.grace(formatDuration(ladder.grace, locale)),
      phrases.ladderReturns[ladder.returns],
    ]),
  ];
}

function sayLevels(ladder: Ladder, speech: Speech): string {
  const { locale, program } = speech;
  const phrases = PHRASES[locale];
  const levels = listWithAnd(
    ladder.levels.map((level) => sayLevel(level, ladder, speech)),
    locale,
  );
  if (ladder.by.kind === 'tenure') return phrases.levelsByTenure(levels);
  if (ladder.by.kind === 'away') return phrases.levelsByAway(levels);
  return phrases.levelsByCounter(nameIn(program.counters.get(ladder.by.counter)?.name ?? {}, locale), levels);
}

function sayLevel(level: Level, { by }: Ladder, speech: Speech): string {
  const { locale, program } = speech;
  const phrases = PHRASES[locale];
  const name = nameIn(level.name, locale);
  if (by.kind !== 'counter') {
    const { months = 0, days = 0 } = level.after ?? {};
    if (level.after === undefined || (months === 0 && days === 0)) return phrases.levelFromStart(name);
    return phrases.levelAfter(name, formatDuration(level.after, locale));
  }
  const own = program.counters.get(level.counter ?? '');
  const counter = own ?? program.counters.get(by.counter);
  const isFirst = (level.at.pieces ?? []).every(({ value }) => value === 0);
  if (isFirst || counter === undefined) return phrases.levelFromStart(name);
  const threshold = sayCounted(level.at, counter, speech);
  const of = own ? REWARD_PHRASES[locale].countedBy(nameIn(own.name, locale)) : '';
  return phrases.levelFrom(name, `${threshold}${of}`);
}

function sayKeeping({ keeps }: Ladder, { locale }: Speech): string {
  const phrases = PHRASES[locale];
  switch (keeps?.kind) {
    case undefined:
      return '';
    case 'for':
      return phrases.keptFor(formatDuration(keeps.length, locale));
    case 'calendar_years':
      return phrases.keptCalendarYears(keeps.more);
    case 'membership_years':
      return phrases.keptMembershipYears(keeps.more);
  }
}

function sayReview({ review, falls }: Ladder, { locale }: Speech): string {
  const phrases = PHRASES[locale];
  if (falls === 'never') return phrases.neverFalls;
  if (review === 'never') return phrases.neverReviewed;
  return capitalised(`${phrases.reviewed[review]} ${phrases.falls[falls]}`, locale);
}
