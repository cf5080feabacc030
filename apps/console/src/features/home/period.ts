/** The periods that the home page offers, with the steps of their charts. */
export const periods = [
  { id: 'week', days: 7, by: 'day' },
  { id: 'month', days: 30, by: 'day' },
  { id: 'quarter', days: 90, by: 'week' },
  { id: 'year', days: 365, by: 'month' },
] as const;

export type Period = (typeof periods)[number];

/** The first day of a period that ends with a day. */
export function firstDay(through: string, days: number): string {
  const day = new Date(`${through}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days + 1);
  return day.toISOString().slice(0, 10);
}

/** How much more or less than before, as a share; nothing where there was nothing before. */
export function changeOf({ now, before }: { readonly now: number; readonly before: number }): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}
