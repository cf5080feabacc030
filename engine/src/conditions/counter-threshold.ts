import { z } from 'zod';
import type { Binding } from '../document/binding.ts';
import { sayCounted, unitOfCounter } from '../document/counter-unit.ts';
import { type Amount, amount } from '../document/leaves/amounts.ts';
import { nameIn, reference } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Counter, Locale, Setting, TestContext } from '../program.ts';

/** A counter and an amount of what it counts; before the purchase, or with it. */
export const counterThreshold = z.strictObject({
  counter: reference('counters'),
  amount,
  including: z.enum(['this_purchase']).optional(),
});

interface Threshold {
  readonly counter: Counter;
  readonly amount: Setting<number>;
  readonly including: 'this_purchase' | undefined;
}

export function settleThreshold(
  {
    counter,
    amount,
    including,
  }: { readonly counter: Counter; readonly amount: Amount; readonly including?: 'this_purchase' | undefined },
  { reading }: Binding,
): Threshold | undefined {
  const setting = amount.in(unitOfCounter(counter, reading.made.currencies));
  return setting === undefined ? undefined : { counter, amount: setting, including };
}

export function sayThreshold({ counter, amount, including }: Threshold, speech: Speech) {
  return {
    counter: nameIn(counter.name, speech.locale),
    including: including === undefined ? '' : WITH_THIS[speech.locale],
    amount: sayCounted(amount, counter, speech),
  };
}

const WITH_THIS: Readonly<Record<Locale, string>> = {
  en: ', this purchase included,',
  da: ' med dette køb',
  sv: ' med det här köpet',
  nb: ' med dette kjøpet',
};

/** The counter's sum before the event, and what the purchase itself will add to it where that is asked for. */
export function soFar(context: TestContext, counter: Counter, including: Threshold['including']): number {
  const before = context.read.counter(counter.id);
  const { purchase } = context;
  if (including === undefined || purchase === undefined) return before;
  if (!counter.when.map((condition) => condition.test(context)).every(({ holds }) => holds)) return before;
  if (counter.counts.kind === 'base') return before + purchase.amountOf(counter.counts.base);
  return counter.counts.kind === 'purchases' ? before + 1 : before;
}
