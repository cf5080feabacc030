import { z } from 'zod';
import { remedyFor } from '../document/binding.ts';

import { plainRateFromZero } from '../document/leaves/numbers.ts';
import { ladderName, levelName } from '../document/leaves/references.ts';
import { type Speech, Unbound } from '../document/unbound.ts';
import { formatRate, listWithAnd } from '../explain/formats.ts';
import { compare, type Exact, ONE } from '../numbers/exact.ts';
import type { LevelFactor, Locale } from '../program.ts';

/** A factor for each level of a ladder; a level that is not named has 1. */
export const levelFactor = z
  .strictObject({
    ladder: ladderName,
    levels: z.record(z.string(), plainRateFromZero),
  })
  .transform(
    ({ ladder, levels }) =>
      new Unbound<LevelFactor>((binding) => {
        if (!binding.at('ladder').knows('ladders', ladder)) return undefined;
        const known = binding.reading.levels.get(ladder) ?? [];
        const unknown = Object.keys(levels).filter((level) => !known.includes(level));
        for (const level of unknown) {
          const message = `There is no level "${level}" of the ladder "${ladder}".`;
          binding.at('levels', level).reportAtKey('unknown_reference', message, remedyFor(level, known));
        }
        if (unknown.length > 0) return undefined;
        return { ladder, by: new Map(known.map((level) => [level, levels[level] ?? ONE])) };
      }),
  );

const AT_LEVEL: Readonly<Record<Locale, (factor: string, level: string) => string>> = {
  en: (factor, level) => `${factor} times as many at ${level}`,
  da: (factor, level) => `${factor} gange så mange på niveauet ${level}`,
  sv: (factor, level) => `${factor} gånger så många på nivån ${level}`,
  nb: (factor, level) => `${factor} ganger så mange på nivået ${level}`,
};

/** `, 1.25 times as many at Silver and 1.5 times as many at Gold`; nothing where every level has 1. */
export function sayFactor(factor: LevelFactor | undefined, speech: Speech): string {
  if (factor === undefined) return '';
  const said = [...factor.by]
    .filter(([, by]) => compare(by, ONE) !== 0)
    .map(([level, by]) => sayAtLevel(factor.ladder, level, by, speech));
  return said.length === 0 ? '' : `, ${listWithAnd(said, speech.locale)}`;
}

function sayAtLevel(ladder: string, level: string, by: Exact, { locale, program }: Speech): string {
  return AT_LEVEL[locale](formatRate(by, locale), levelName(program, ladder, level, locale));
}
