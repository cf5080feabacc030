export interface Bar {
  /** Both ends included. */
  readonly from: number;
  readonly through: number;
  readonly count: number;
}

/**
 * Whole numbers in bars whose bounds are 1, 2 and 5 times powers of ten to both sides of nothing, so that a reader sees
 * small and large differences at once; nothing has a bar of its own. Empty bars at the ends are left out.
 */
export function histogramOf(values: readonly number[], unit = 1): readonly Bar[] {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const bounds = boundsTo(largest, unit);
  const positive = bounds.map((bound, index) => ({ from: (bounds[index - 1] ?? 0) + 1, through: bound }));
  const negative = positive.toReversed().map(({ from, through }) => ({ from: -through, through: -from }));
  const bars = [...negative, { from: 0, through: 0 }, ...positive].map((bar) => ({ ...bar, count: 0 }));
  for (const value of values) {
    const bar = bars.find(({ from, through }) => value >= from && value <= through);
    if (bar) bar.count += 1;
  }
  const first = bars.findIndex(({ count }) => count > 0);
  const last = bars.findLastIndex(({ count }) => count > 0);
  return first < 0 ? [] : bars.slice(first, last + 1);
}

function boundsTo(largest: number, unit: number): readonly number[] {
  const bounds: number[] = [];
  for (let power = 10 * unit; (bounds.at(-1) ?? 0) < largest; power *= 10) {
    for (const factor of [1, 2, 5]) if ((bounds.at(-1) ?? 0) < largest) bounds.push(factor * power);
  }
  return bounds;
}
