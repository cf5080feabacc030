import { entry } from './da/entry.ts';
import { fields } from './da/fields.ts';
import { members } from './da/members.ts';
import { program } from './da/program.ts';
import { rewards } from './da/rewards.ts';
import { settings } from './da/settings.ts';
import type { Words } from './en.ts';

export const da: Words = {
  ...entry,
  ...members,
  ...settings,
  ...rewards,
  program: { ...program, ...fields },
};
