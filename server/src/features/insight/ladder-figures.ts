import type { Output } from '@trofast/contract';
import { type Locale, nameOfKey, type Program, type Words } from '@trofast/engine';
import { levelMovement, type Period } from '@trofast/insight';
import type { CountSums } from './overview-sums.ts';
import type { MoveRow } from './queries.ts';

type LadderFigures = Output<'getOverview'>['ladders'][number];

interface Seen {
  readonly program: Program;
  readonly period: Period;
  readonly before: Period;
  readonly locale: Locale;
}

/** How many stand on each level at the end of the period, and who went up, went down or stayed. */
export function ladderFigures(
  { program, period, before, locale }: Seen,
  sums: CountSums,
  moves: readonly MoveRow[],
): LadderFigures[] {
  return [...program.ladders.values()].map(({ id, name, levels, per }) => {
    const order = levels.map((level) => level.id);
    const holders = ({ through }: Period) =>
      per === 'account' ? sums.until(through, 'accounts') : sums.until(through, 'joined');
    const movementIn = (one: Period) =>
      levelMovement(
        moves
          .filter(({ ladder, day }) => nameOfKey(ladder) === id && day >= one.from && day <= one.through)
          .map(({ account, ladder, left_level, level }) => ({
            account: `${account} ${ladder}`,
            from: left_level ?? undefined,
            to: level,
          })),
        order,
        holders(one),
      );
    const [now, earlier] = [movementIn(period), movementIn(before)];
    return {
      ladder: id,
      name: named(name, locale, id),
      levels: levels.map((level, index) => ({
        level: level.id,
        name: named(level.name, locale, level.id),
        members: (index === 0 ? holders(period) : 0) + sums.until(period.through, 'level', `${id}/${level.id}`),
      })),
      up: { now: now.up, before: earlier.up },
      down: { now: now.down, before: earlier.down },
      same: { now: now.same, before: earlier.same },
    };
  });
}

function named(words: Words, locale: Locale, otherwise: string): string {
  return words[locale] ?? words.en ?? otherwise;
}
