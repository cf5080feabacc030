import { entry } from './en/entry.ts';
import { fields } from './en/fields.ts';
import { program } from './en/program.ts';
import { rewards } from './en/rewards.ts';

export const en = {
  ...entry,
  ...rewards,
  program: { ...program, ...fields },
};

export type Words = typeof en;
