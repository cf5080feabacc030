import type { Output } from '@trofast/contract';
import { type Counter, decimalText, type Locale, type Program, type Words } from '@trofast/engine';
import { decimalsOf } from '../events/index.ts';

export type Measure = NonNullable<Output<'listTiers'>['items'][number]['counted']>;

/** A number of what a counter counts, in the words of the API. */
export function measureOf(program: Program, market: string, counter: Counter | undefined, amount: number): Measure {
  switch (counter?.unit) {
    case 'money':
      return { unit: 'money', amount, currency: program.markets.get(market)?.currency ?? 'XXX' };
    case 'points': {
      const currency = counter.counts.kind === 'earned' ? counter.counts.currency : '';
      return { unit: 'points', amount: decimalText(amount, decimalsOf(program, currency)) };
    }
    default:
      return { unit: 'times', amount };
  }
}

export function nameIn(words: Words | undefined, locale: Locale, otherwise: string): string {
  return words?.[locale] ?? words?.en ?? Object.values(words ?? {})[0] ?? otherwise;
}
