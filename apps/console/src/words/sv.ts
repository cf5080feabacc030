import type { Words } from './en.ts';
import { entry } from './sv/entry.ts';
import { fields } from './sv/fields.ts';
import { members } from './sv/members.ts';
import { program } from './sv/program.ts';
import { rewards } from './sv/rewards.ts';
import { settings } from './sv/settings.ts';

export const sv: Words = {
  ...entry,
  ...members,
  ...settings,
  ...rewards,
  program: { ...program, ...fields },
};
