import { times, whole } from '../../numbers/exact.ts';
import type { Currency, Market, Setting } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { leaf, Misread } from '../leaf.ts';
import { Unbound } from '../unbound.ts';
import { minorUnits, readMoney, type WrittenMoney, wholeUnits } from './numbers.ts';
import { bindWritten, readWritten, schemaOfSetting, type Written } from './settings.ts';

/** What an amount counts; a neighbouring word of the document says which. */
export type AmountUnit =
  | { readonly kind: 'money' }
  | { readonly kind: 'points'; readonly currency: Pick<Currency, 'decimals' | 'money'> }
  | { readonly kind: 'times' };

/** An amount that waits for its unit. Problems are reported where it is written. */
export interface Amount {
  readonly in: (unit: AmountUnit) => Setting<number> | undefined;
}

const SCHEMA = schemaOfSetting({
  description: 'an amount of what is counted: points, money or times',
  field: 'amount',
  type: ['number', 'string'],
  pattern: '^\\d+(\\.\\d+)?( [A-Z]{3})?$',
});

/** An amount above nothing of whatever its neighbour counts, by market and date. */
export const amount = amountLeaf('positive');

/** The same for a threshold, which may be 0. */
export const amountFromZero = amountLeaf('from zero');

function amountLeaf(least: 'positive' | 'from zero') {
  const read = (written: unknown) => readMoney(written, least);
  return leaf(SCHEMA, (value) => {
    const written = readWritten(value, read);
    if (written instanceof Misread) return written;
    return new Unbound<Amount>((binding) => ({ in: (unit) => amountIn(written, unit, read, binding) }));
  });
}

function amountIn(
  written: Written<WrittenMoney>,
  unit: AmountUnit,
  read: (written: unknown) => WrittenMoney | Misread,
  binding: Binding,
): Setting<number> | undefined {
  return bindWritten(written, read, (value, market) => unitsOf(value, unit, market), binding);
}

function unitsOf(money: WrittenMoney, unit: AmountUnit, market: Market): number | Misread {
  if (unit.kind === 'money') return minorUnits(money, market);
  const own = unit.kind === 'points' ? unit.currency.money : undefined;
  if (money.currency !== undefined && money.currency !== own) {
    const expected =
      unit.kind === 'times' ? 'a number' : own === undefined ? 'a number of points' : `an amount in ${own}`;
    return new Misread('wrong_currency', `Expected ${expected}, found an amount in ${money.currency}.`);
  }
  const decimals = unit.kind === 'points' ? unit.currency.decimals : 0;
  return wholeUnits(
    times(money.value, whole(10 ** decimals)),
    decimals,
    unit.kind === 'times' ? 'times' : 'these points',
  );
}
