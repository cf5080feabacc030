import { z } from 'zod';
import type { Window } from '../../program.ts';
import { remedyFor } from '../binding.ts';
import { leaf, Misread } from '../leaf.ts';
import { scalarText } from '../numeral.ts';
import { DURATION_PATTERN, readDays } from './dates.ts';

/** Whose it is. */
export const scope = z.enum(['account', 'member', 'card']);

/** Periods that end. */
export const PERIODS = ['day', 'week', 'month', 'quarter', 'calendar_year', 'membership_year'] as const;
const WINDOWS = [...PERIODS, 'forever'] as const;

/** A span of time that is counted in: a rolling one as `P12M`, or a word for a fixed one. */
export const window = leaf(
  {
    description: `a time such as P12M, or ${WINDOWS.join(', ')}`,
    field: 'window',
    anyOf: [{ enum: WINDOWS }, { type: 'string', pattern: DURATION_PATTERN }],
  },
  readWindow,
);

function readWindow(written: unknown): Window | Misread {
  const word = WINDOWS.find((known) => known === written);
  if (word !== undefined) return { kind: word };
  const length = readDays(written);
  if (!(length instanceof Misread)) return { kind: 'rolling', length };
  if (scalarText(written)?.startsWith('P')) return length;
  const remedy = remedyFor(scalarText(written) ?? '', WINDOWS);
  return new Misread('wrong_word', 'Expected a time such as P12M, or a word for a period.', remedy);
}
