import type { Words } from './en.ts';
import { entry } from './sv/entry.ts';
import { fields } from './sv/fields.ts';
import { program } from './sv/program.ts';
import { rewards } from './sv/rewards.ts';

export const sv: Words = {
  ...entry,
  ...rewards,
  program: { ...program, ...fields },
};
