/** Days since 1970-01-01; both ends included. */
export interface Period {
  readonly from: number;
  readonly through: number;
}

export type StepSize = 'day' | 'week' | 'month';

const DAY_MILLISECONDS = 86_400_000;

/** The equally long period just before. */
export function periodBefore({ from, through }: Period): Period {
  return { from: from - (through - from + 1), through: from - 1 };
}

/** Days, weeks from Monday, or calendar months of a period; the first and the last may be parts of one. */
export function stepsOf({ from, through }: Period, size: StepSize): readonly Period[] {
  const steps: Period[] = [];
  for (let first = from; first <= through; ) {
    const last = Math.min(through, lastDayOf(first, size));
    steps.push({ from: first, through: last });
    first = last + 1;
  }
  return steps;
}

function lastDayOf(day: number, size: StepSize): number {
  if (size === 'day') return day;
  // 1970-01-01 was a Thursday: Mondays are days whose number leaves 4.
  if (size === 'week') return day + 6 - ((((day - 4) % 7) + 7) % 7);
  const date = new Date(day * DAY_MILLISECONDS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY_MILLISECONDS - 1;
}
