import type { Locale } from '../program.ts';
import { LOCALE_TAGS } from './formats.ts';

/** A section of a told program: a heading and paragraphs of sentences. */
export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export function capitalised(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(LOCALE_TAGS[locale]) + text.slice(1);
}

/** Sentences in a row; empty ones are left out. */
export function paragraph(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** A clause as a sentence of its own. */
export function sentence(clause: string, locale: Locale): string {
  return `${capitalised(clause, locale)}${/[.!?]$/.test(clause) ? '' : '.'}`;
}
