import type { Words } from './en.ts';
import { entry } from './nb/entry.ts';
import { fields } from './nb/fields.ts';
import { program } from './nb/program.ts';
import { rewards } from './nb/rewards.ts';

export const nb: Words = {
  ...entry,
  ...rewards,
  program: { ...program, ...fields },
};
