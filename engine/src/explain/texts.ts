import type { Path } from '../document/problem.ts';
import type { Locale, Span } from '../program.ts';
import { LOCALE_TAGS } from './formats.ts';

/** A part of the document, told. */
export interface ToldPart {
  /** Where it stands in the document; absent for a sentence that joins others. */
  readonly path?: Path;
  /** Its own name, where it has one. */
  readonly id?: string;
  readonly span?: Span;
  readonly paragraphs: readonly string[];
}

/** A section of a told program: a heading, and parts told below it. */
export interface ToldSection {
  readonly heading: string;
  readonly parts: readonly ToldPart[];
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
