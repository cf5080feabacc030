import type { Words } from './en.ts';
export const nb: Words = {
  title: 'Kasse',
};
