import type { CounterDay } from '../account.ts';
import type { Day } from '../time/days.ts';

/** Adds an amount to a day, keeping days ascending; a day that comes to nothing is dropped. */
export function addToCounter(days: readonly CounterDay[], day: Day, amount: number): readonly CounterDay[] {
  let index = days.length;
  while (index > 0 && (days[index - 1] as CounterDay)[0] > day) index -= 1;
  const before = days[index - 1];
  if (before?.[0] === day) {
    const sum = before[1] + amount;
    const replaced: readonly CounterDay[] = sum === 0 ? [] : [[day, sum]];
    return [...days.slice(0, index - 1), ...replaced, ...days.slice(index)];
  }
  return [...days.slice(0, index), [day, amount], ...days.slice(index)];
}

/** Sum of the days from `first` through `last`. */
export function sumBetween(days: readonly CounterDay[], first: Day, last: Day): number {
  let sum = 0;
  for (let index = days.length - 1; index >= 0; index -= 1) {
    const [day, amount] = days[index] as CounterDay;
    if (day < first) break;
    if (day <= last) sum += amount;
  }
  return sum;
}
