import { z } from 'zod';
import { positiveWhole } from '../document/leaves/numbers.ts';
import { nameIn, nameOf } from '../document/leaves/references.ts';
import { quoted } from '../explain/known-codes.ts';
import { PHRASES } from '../explain/phrases.ts';
import { condition } from './condition.ts';

export const challengeDone = condition({
  code: 'challenge_done',
  parameters: z.strictObject({ challenge: nameOf('challenges'), times: positiveWhole.optional() }),
  sentence: {
    en: 'the member has completed {challenge}{times}',
    da: 'medlemmet har gennemført {challenge}{times}',
    sv: 'medlemmen har klarat {challenge}{times}',
    nb: 'medlemmet har fullført {challenge}{times}',
  },
  denial: {
    en: 'the member has not completed {challenge}{times}',
    da: 'medlemmet ikke har gennemført {challenge}{times}',
    sv: 'medlemmen inte har klarat {challenge}{times}',
    nb: 'medlemmet ikke har fullført {challenge}{times}',
  },
  example: '- challenge_done: { challenge: regular }',
  words: ({ challenge, times }, { program, locale }) => ({
    challenge: quoted(nameIn(program.challenges.get(challenge)?.name ?? {}, locale), locale),
    times: times === undefined ? '' : ` ${PHRASES[locale].times(times)}`,
  }),
  reads: ({ challenge }) => [`completed:${challenge}`],
  test: ({ read }, { challenge, times = 1 }) => {
    const has = read.completed(challenge);
    return { holds: has >= times, has, wants: times };
  },
});
