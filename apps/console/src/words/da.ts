import { entry } from './da/entry.ts';
import type { Words } from './en.ts';

export const da: Words = {
  ...entry,
};
