import { z } from 'zod';
import type { StartStep } from '../../program.ts';
import { day } from '../leaves/dates.ts';
import { nameOf } from '../leaves/references.ts';
import { onlyWord } from '../only-word.ts';
import type { Bound } from '../unbound.ts';

const keepLevels = z.strictObject({ ladder: nameOf('ladders'), until: day });
const redate = z.strictObject({ currency: nameOf('currencies') });

export const startStepShape = onlyWord(
  z.strictObject({ keep_levels: keepLevels.optional(), redate: redate.optional() }),
  'step',
);

export function makeStartStep([word, value]: readonly [string, unknown]): StartStep {
  return word === 'redate'
    ? { kind: 'redate', ...(value as Bound<z.output<typeof redate>>) }
    : { kind: 'keep_levels', ...(value as Bound<z.output<typeof keepLevels>>) };
}
