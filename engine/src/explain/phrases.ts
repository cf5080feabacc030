import type { Locale } from '../program.ts';
import { da } from './phrases/da.ts';
import { en } from './phrases/en.ts';
import { nb } from './phrases/nb.ts';
import type { Phrases } from './phrases/phrases.ts';
import { sv } from './phrases/sv.ts';

/** How a program is told, by language. */
export const PHRASES: Readonly<Record<Locale, Phrases>> = { en, da, sv, nb };
