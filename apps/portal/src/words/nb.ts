import type { Words } from './en.ts';
export const nb: Words = {
  title: 'Ditt medlemskap',
};
