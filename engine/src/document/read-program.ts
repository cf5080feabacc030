import type { Locale, Program } from '../program.ts';

/** A mistake in a document: where, what was expected, and the nearest right thing. */
export interface Problem {
  readonly code: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly message: string;
  readonly remedy?: string;
}

/** Reads a YAML 1.2 or JSON document. Never throws for what the author wrote. */
export function readProgram(
  _text: string,
): { readonly program: Program; readonly document: unknown } | { readonly problems: readonly Problem[] } {
  throw new Error('being written');
}

/** The whole program in plain sentences. */
export function explainProgram(_text: string, _locale: Locale): string {
  throw new Error('being written');
}
