import { z } from 'zod';
import { condition } from '../../conditions/conditions.ts';
import type { Condition, Counter } from '../../program.ts';
import { listOf } from '../leaf.ts';
import { scope, window } from '../leaves/choices.ts';
import { nameOf, reference } from '../leaves/references.ts';
import { text } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';

/** What is counted of what happens. */
export const countsShape = z.union([
  z.enum(['purchases']),
  z.strictObject({ base: reference('bases') }),
  z.strictObject({ units: reference('products') }),
  z.strictObject({ earned: nameOf('currencies') }),
  z.strictObject({ activity: text }),
]);

/** Without `when`, which may name other counters and is bound after all of them. */
const own = {
  name: words,
  counts: z.union([
    z.enum(['purchases', 'rules']),
    z.strictObject({ base: reference('bases') }),
    z.strictObject({ units: reference('products') }),
    z.strictObject({ earned: nameOf('currencies') }),
    z.strictObject({ activity: text }),
  ]),
  window,
  per: scope.optional(),
  returns: z.enum(['lower', 'keep']).optional(),
};

export const counterShape = z.strictObject({ ...own, when: listOf(condition).optional() });

export type WrittenCounter = z.output<typeof counterShape>;

export function makeCounter(id: string, written: Omit<Bound<WrittenCounter>, 'when'>): Counter {
  const { name, window: length, per, returns } = written;
  const counts = countsOf(written.counts);
  return {
    id,
    name,
    counts,
    when: [],
    window: length,
    per: per ?? 'account',
    unit: unitOf(counts),
    returns: returns ?? 'lower',
  };
}

export function withConditions(counter: Counter, when: readonly Condition[]): Counter {
  return { ...counter, when };
}

export function unitOf({ kind }: Counter['counts']): Counter['unit'] {
  if (kind === 'base') return 'money';
  return kind === 'earned' ? 'points' : 'times';
}

export function countsOf(written: Bound<WrittenCounter>['counts']): Counter['counts'] {
  if (typeof written === 'string') return { kind: written };
  if ('units' in written) return { kind: 'units', products: written.units };
  if ('base' in written) return { kind: 'base', base: written.base };
  if ('earned' in written) return { kind: 'earned', currency: written.earned };
  return { kind: 'activities', activity: written.activity };
}
