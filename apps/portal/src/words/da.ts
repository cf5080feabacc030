import type { Words } from './en.ts';
export const da: Words = {
  title: 'Dit medlemskab',
};
