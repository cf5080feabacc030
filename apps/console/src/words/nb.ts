import type { Words } from './en.ts';
import { entry } from './nb/entry.ts';
import { fields } from './nb/fields.ts';
import { members } from './nb/members.ts';
import { program } from './nb/program.ts';
import { rewards } from './nb/rewards.ts';
import { settings } from './nb/settings.ts';

export const nb: Words = {
  ...entry,
  ...members,
  ...settings,
  ...rewards,
  program: { ...program, ...fields },
};
