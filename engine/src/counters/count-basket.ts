import type { Event } from '../event.ts';
import type { Counter, Program, TestContext } from '../program.ts';
import { amountOf } from '../purchase/bases.ts';
import type { Basket } from '../purchase/price.ts';
import type { Award, Count } from '../rules/decision.ts';
import { nameOfKey, scopedKey } from '../scopes.ts';

/** What a basket adds to the program's counters. `isWhole` is false once all of it has come back. */
export function countBasket(
  program: Program,
  event: Event,
  basket: Basket,
  awards: readonly Award[],
  context: TestContext | undefined,
): readonly Count[] {
  const isEmpty = basket.lines.every((line) => line.quantity.n === 0);
  return [...program.counters.values()].flatMap((counter) => {
    if (context && !counter.when.every((condition) => condition.test(context).holds)) return [];
    const amount = amountIn(counter, event, basket, awards, isEmpty);
    return amount === 0 ? [] : [{ key: scopedKey(counter.id, counter.per, event), amount }];
  });
}

function amountIn(counter: Counter, event: Event, basket: Basket, awards: readonly Award[], isEmpty: boolean): number {
  const { counts } = counter;
  switch (counts.kind) {
    case 'base':
      return amountOf(basket, counts.base, event.channel);
    case 'purchases':
      return isEmpty ? 0 : 1;
    case 'earned':
      return awards.reduce(
        (sum, award) => (nameOfKey(award.currency) === counts.currency ? sum + award.amount : sum),
        0,
      );
    case 'activities':
    case 'rules':
      return 0;
  }
}
