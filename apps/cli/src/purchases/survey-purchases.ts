import type { Source } from '../reading/open-source.ts';
import { Mistake } from '../terminal/mistake.ts';
import { readPurchases } from './read-purchases.ts';

export interface PurchaseSurvey {
  readonly fingerprint: string;
  readonly lines: number;
  readonly lastAt: number;
}

/** Reads the whole file once, so that a mistake anywhere in it is told before anything is recorded. */
export async function surveyPurchases(source: Source): Promise<PurchaseSurvey> {
  const seen = new Map<string, number>();
  let lastAt = Number.NEGATIVE_INFINITY;
  for await (const purchases of readPurchases(source)) {
    for (const { id, fileLine, occurredAt } of purchases) {
      const other = seen.get(id);
      if (other !== undefined) {
        throw new Mistake(`Lines ${other} and ${fileLine} have the same id "${id}".`, 'Each purchase has its own.');
      }
      seen.set(id, fileLine);
      lastAt = Math.max(lastAt, occurredAt);
    }
  }
  if (seen.size === 0) throw new Mistake('The file has no purchase.', 'Give a file with a purchase on each line.');
  return { fingerprint: source.fingerprint(), lines: seen.size, lastAt };
}
