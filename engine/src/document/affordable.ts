import type { Cap, Currency, Program, Setting } from '../program.ts';
import { addToDay, type Duration } from '../time/days.ts';
import type { Binding } from './binding.ts';

const PERIOD_DAYS = { day: 1, month: 28, year: 365 } as const;
const END_OF_DAYS = { day: 1, month: 31, year: 366 } as const;

/** A reward that costs more than anyone can have at one time, because a cap and expiry are in the way. */
export function checkAffordable(program: Pick<Program, 'rewards' | 'currencies'>, binding: Binding): void {
  for (const { id, cost } of program.rewards.values()) {
    const currency = program.currencies.get(cost?.currency ?? '');
    if (cost === undefined || currency === undefined) continue;
    const isOutOfReach = binding.markets.some((market) => {
      const most = Math.min(...currency.caps.map((cap) => mostUnder(cap, currency, market.id)));
      return Math.min(...valuesOf(cost.amount, market.id)) > most;
    });
    if (!isOutOfReach) continue;
    const message = `The reward costs more than its points’ cap lets anyone have before they expire.`;
    binding.at('rewards', id, 'cost', 'amount').report('never_affordable', message);
  }
}

/** The most units that can be unexpired at once: the cap for each of its periods that a lot lives in. */
function mostUnder(cap: Cap, { expires }: Currency, market: string): number {
  if (cap.over === 'purchase' || cap.rules !== undefined || cap.per !== 'account') return Number.POSITIVE_INFINITY;
  const days = lifetimeDays(expires, market);
  return Math.max(...valuesOf(cap.atMost, market)) * (Math.ceil(days / PERIOD_DAYS[cap.over]) + 1);
}

function lifetimeDays(expires: Currency['expires'], market: string): number {
  if (expires.kind === 'dates' || expires.kind === 'membership_year') return 366;
  if (expires.kind !== 'after' || expires.unless !== undefined) return Number.POSITIVE_INFINITY;
  const longest = Math.max(...valuesOf(expires.after, market).map(daysOf));
  return longest + END_OF_DAYS[expires.endOf];
}

function daysOf(duration: Duration): number {
  // From 1 July, so that the longest halves of a year are counted.
  return addToDay(181, duration) - 181;
}

function valuesOf<T>(setting: Setting<T>, market: string): readonly T[] {
  return (setting.pieces ?? []).filter((piece) => piece.market === market).map(({ value }) => value);
}
