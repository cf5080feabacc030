import type { Words } from './en.ts';
export const sv: Words = {
  title: 'Konsol',
};
