import { levelName, levelTest, sayLevels } from '../document/leaves/references.ts';
import { condition } from './condition.ts';

export const levelIs = condition({
  code: 'level_is',
  parameters: levelTest,
  sentence: {
    en: 'the member’s level is {levels}',
    da: 'medlemmets niveau er {levels}',
    sv: 'medlemmens nivå är {levels}',
    nb: 'medlemmets nivå er {levels}',
  },
  denial: {
    en: 'the member’s level is not {levels}',
    da: 'medlemmets niveau ikke er {levels}',
    sv: 'medlemmens nivå inte är {levels}',
    nb: 'medlemmets nivå ikke er {levels}',
  },
  example: '- level_is: { ladder: status, levels: [silver, gold] }',
  words: (levels, speech) => ({ levels: sayLevels(levels, speech) }),
  say: (level, { program, locale }, { ladder }) => levelName(program, ladder, level, locale),
  reads: ({ ladder }) => [`level:${ladder}`],
  test: ({ read }, { ladder, levels }) => {
    const has = read.level(ladder);
    return { holds: levels.has(has), has, wants: [...levels].join(', ') };
  },
});
