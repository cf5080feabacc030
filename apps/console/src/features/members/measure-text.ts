import type { Output } from '@trofast/contract';
import { moneyText, pointsText } from '@trofast/ui';

type Standing = Output<'listTiers'>['items'][number];
type Measure = NonNullable<Standing['counted']>;

/** A number of what a ladder counts: money, points, or how often; how many days is for the caller to word. */
export function measureText(language: string, measure: Measure): string {
  switch (measure.unit) {
    case 'money':
      return moneyText(language, measure.amount, measure.currency);
    case 'points':
      return pointsText(language, measure.amount);
    default:
      return pointsText(language, measure.amount);
  }
}

/** How far the way is to the next level, from 0 to 100. */
export function progressOf({ counted, next }: Pick<Standing, 'counted' | 'next'>): number {
  if (counted === undefined || next === undefined) return 100;
  const wanted = Number(next.at.amount);
  return wanted <= 0 ? 100 : Math.min(100, Math.max(0, (Number(counted.amount) / wanted) * 100));
}
