import { z } from 'zod';
import { nameIn, nameOf } from '../document/leaves/references.ts';
import { effect } from './effect.ts';

/** A reward, as a voucher. */
export const issue = effect({
  code: 'issue',
  parameters: z.strictObject({ reward: nameOf('rewards') }),
  sentence: {
    en: ['gets', '{reward}'],
    da: ['får', '{reward}'],
    sv: ['får', '{reward}'],
    nb: ['får', '{reward}'],
  },
  example: '- issue: { reward: five }',
  bind: ({ reward }) => ({ kind: 'issue', reward }),
  words: ({ reward }, { program, locale }) => ({ reward: nameIn(program.rewards.get(reward)?.name ?? {}, locale) }),
});
