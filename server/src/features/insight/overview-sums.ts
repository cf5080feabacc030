import { type Flow, type Period, pointsHeld, pointsMoved } from '@trofast/insight';
import type { CountRow, FlowRow } from './queries.ts';

/** Sums of counts by day, for any period that was read. */
export interface CountSums {
  within(period: Period, measure: string, key?: string): number;
  /** Everything up to a day. */
  until(day: number, measure: string, key?: string): number;
  keysOf(measure: string): readonly string[];
}

export function countSums(rows: readonly CountRow[]): CountSums {
  const byDay = new Map<string, Map<number, number>>();
  const put = (name: string, day: number, amount: number) => {
    const days = byDay.get(name) ?? new Map<number, number>();
    byDay.set(name, days);
    days.set(day, (days.get(day) ?? 0) + amount);
  };
  const keys = new Map<string, Set<string>>();
  for (const { measure, key, day, amount } of rows) {
    put(measure, day, amount);
    put(nameOf(measure, key), day, amount);
    keys.set(measure, (keys.get(measure) ?? new Set()).add(key));
  }
  const daysOf = (measure: string, key: string | undefined) =>
    byDay.get(key === undefined ? measure : nameOf(measure, key)) ?? new Map<number, number>();
  return {
    within: ({ from, through }, measure, key) => {
      const days = daysOf(measure, key);
      let sum = 0;
      for (let day = from; day <= through; day += 1) sum += days.get(day) ?? 0;
      return sum;
    },
    until: (last, measure, key) =>
      [...daysOf(measure, key)].reduce((sum, [day, amount]) => (day <= last ? sum + amount : sum), 0),
    keysOf: (measure) => [...(keys.get(measure) ?? [])].toSorted(),
  };
}

function nameOf(measure: string, key: string): string {
  return `${measure} ${key}`;
}

/** Movements of one currency, perhaps in one market, in a period or up to a day. */
export interface FlowSums {
  within(period: Period): readonly Flow[];
  until(day: number): readonly Flow[];
}

export function flowSums(rows: readonly FlowRow[], currency: string, market?: string): FlowSums {
  const own = rows.filter((row) => row.currency === currency && (market === undefined || row.market === market));
  return {
    within: ({ from, through }) => own.filter(({ day }) => day >= from && day <= through),
    until: (last) => own.filter(({ day }) => day <= last),
  };
}

export interface StepPoints {
  readonly earned: number;
  readonly spent: number;
  readonly expired: number;
  readonly takenBack: number;
  readonly outstanding: number;
}

/** Points by step, with what was outstanding at each one's end; rows are walked through once. */
export function stepPoints(rows: readonly FlowRow[], currency: string, steps: readonly Period[]): StepPoints[] {
  const own = rows.filter((row) => row.currency === currency);
  let [index, outstanding] = [0, 0];
  const next = (through: number) => {
    const begin = index;
    while ((own[index]?.day ?? Number.POSITIVE_INFINITY) <= through) index += 1;
    return own.slice(begin, index);
  };
  outstanding += pointsHeld(next((steps[0]?.from ?? 0) - 1)).outstanding;
  return steps.map(({ through }) => {
    const flows = next(through);
    outstanding += pointsHeld(flows).outstanding;
    return { ...pointsMoved(flows), outstanding };
  });
}
