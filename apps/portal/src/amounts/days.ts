/** What is gone at 00:00 of a day can be used through the day before. */
export function lastDayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
