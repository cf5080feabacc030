import { entry } from './en/entry.ts';
import { fields } from './en/fields.ts';
import { members } from './en/members.ts';
import { program } from './en/program.ts';
import { rewards } from './en/rewards.ts';
import { settings } from './en/settings.ts';

export const en = {
  ...entry,
  ...members,
  ...settings,
  ...rewards,
  program: { ...program, ...fields },
};

export type Words = typeof en;
