import type { Words } from './en.ts';
import { entry } from './sv/entry.ts';

export const sv: Words = {
  ...entry,
};
