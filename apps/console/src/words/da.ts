import { entry } from './da/entry.ts';
import { fields } from './da/fields.ts';
import { program } from './da/program.ts';
import { rewards } from './da/rewards.ts';
import type { Words } from './en.ts';

export const da: Words = {
  ...entry,
  ...rewards,
  program: { ...program, ...fields },
};
