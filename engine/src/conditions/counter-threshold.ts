import { z } from 'zod';
import type { Binding } from '../document/binding.ts';
import { sayCounted, unitOfCounter } from '../document/counter-unit.ts';
import { type Amount, amount } from '../document/leaves/amounts.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Counter, Setting } from '../program.ts';

/** A counter and an amount of what it counts. */
export const counterThreshold = z.strictObject({ counter: reference('counters'), amount });

interface Threshold {
  readonly counter: Counter;
  readonly amount: Setting<number>;
}

export function settleThreshold(
  { counter, amount }: { readonly counter: Counter; readonly amount: Amount },
  { reading }: Binding,
): Threshold | undefined {
  const setting = amount.in(unitOfCounter(counter, reading.made.currencies));
  return setting === undefined ? undefined : { counter, amount: setting };
}

export function sayThreshold({ counter, amount }: Threshold, speech: Speech) {
  return { counter: nameIn(counter.name, speech.locale), amount: sayCounted(amount, counter, speech) };
}
