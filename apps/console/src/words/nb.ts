import type { Words } from './en.ts';
import { entry } from './nb/entry.ts';

export const nb: Words = {
  ...entry,
};
