import { entry } from './en/entry.ts';

export const en = {
  ...entry,
};

export type Words = typeof en;
