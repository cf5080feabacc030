import type { Event } from '../event.ts';
import { plus, roundTo, ZERO } from '../numbers/exact.ts';
import type { Counter, ProductGroup, Program, TestContext } from '../program.ts';
import { amountOf } from '../purchase/bases.ts';
import type { Basket } from '../purchase/price.ts';
import type { Award, Count } from '../rules/decision.ts';
import { nameOfKey, scopedKey } from '../scopes.ts';

/** What a basket adds to the program's counters whose conditions hold for it; nothing once all of it has come back. */
export function countBasket(
  program: Program,
  event: Event,
  basket: Basket,
  awards: readonly Award[],
  context: TestContext,
): readonly Count[] {
  const isEmpty = basket.lines.every((line) => line.isGift || line.quantity.n === 0);
  return [...program.counters.values()].flatMap((counter) => {
    if (!holdsFor(counter, context)) return [];
    const amount = amountIn(counter, event, basket, awards, isEmpty);
    return amount === 0 ? [] : [{ key: scopedKey(counter.id, counter.per, event), amount }];
  });
}

/** What points given without a purchase add to the counters of points earned. */
export function countAwards(
  program: Program,
  event: Event,
  awards: readonly Pick<Award, 'currency' | 'amount'>[],
  context: TestContext,
): readonly Count[] {
  return [...program.counters.values()].flatMap((counter) => {
    const amount = counter.counts.kind === 'earned' ? earnedIn(counter.counts.currency, awards) : 0;
    if (amount === 0 || !holdsFor(counter, context)) return [];
    return [{ key: scopedKey(counter.id, counter.per, event), amount }];
  });
}

function earnedIn(currency: string, awards: readonly Pick<Award, 'currency' | 'amount'>[]): number {
  return awards.reduce((sum, award) => (nameOfKey(award.currency) === currency ? sum + award.amount : sum), 0);
}

/** Every condition is tested, so that the reading has all that a smaller basket may ask for. */
export function holdsFor(counter: Counter, context: TestContext): boolean {
  return counter.when.map((condition) => condition.test(context)).every(({ holds }) => holds);
}

function amountIn(counter: Counter, event: Event, basket: Basket, awards: readonly Award[], isEmpty: boolean): number {
  const { counts } = counter;
  switch (counts.kind) {
    case 'base':
      return amountOf(basket, counts.base, event.channel);
    case 'purchases':
      return isEmpty ? 0 : 1;
    case 'units':
      return unitsIn(basket, counts.products);
    case 'earned':
      return earnedIn(counts.currency, awards);
    case 'activities':
    case 'rules':
    case 'rounds':
      return 0;
  }
}

/** Whole units, without what was given to it. */
function unitsIn({ lines }: Basket, products: ProductGroup): number {
  const bought = lines.filter((line) => !line.isGift && products.has(line));
  return roundTo(
    bought.reduce((sum, { quantity }) => plus(sum, quantity), ZERO),
    'floor',
  );
}
