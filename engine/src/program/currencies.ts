import type { Exact, RoundingMode } from '../numbers/exact.ts';
import type { Day, Duration } from '../time/days.ts';
import type { CountedWords, LevelTest, Scope, Setting } from './settings.ts';

export interface Rounding {
  /** `keep`: all declared decimals; what lies beyond is rounded half-up. */
  readonly mode: RoundingMode | 'keep';
  /** Step in units of the currency's decimals (0.50 with 2 decimals is 50). */
  readonly step: number;
  readonly per: 'line' | 'tender' | 'rule' | 'purchase';
}

export interface Currency {
  readonly id: string;
  readonly name: CountedWords;
  /** Points have a name; program money has a currency of ISO 4217 and its minor digits as decimals. */
  readonly money: string | undefined;
  readonly decimals: number;
  readonly rounding: Rounding;
  readonly per: Scope;
  /** From earning to spendable, in whole days; absent at once. */
  readonly pending: Setting<Duration> | undefined;
  readonly expires: Expiry;
  /** All of them are gone after so long without activity, if not before. */
  readonly inactive?: Extract<Expiry, { kind: 'inactivity' }> | undefined;
  /** What becomes of points that should be taken back and are gone. */
  readonly overdrawn: 'debt' | 'nothing';
  /** What one whole point costs the shop, exact minor units of the market's currency. */
  readonly cost: Setting<Exact> | undefined;
  readonly caps: readonly Cap[];
}

export type Expiry =
  | { readonly kind: 'never' }
  /** Some time after the day of earning, at the end of that day, month or year: gone at 00:00 of the day after it. */
  | {
      readonly kind: 'after';
      readonly after: Setting<Duration>;
      readonly endOf: 'day' | 'month' | 'year';
      readonly unless?: LevelTest;
      readonly extended?: Extension;
    }
  /** On the same date every year: gone at 00:00 of the next such date. */
  | { readonly kind: 'dates'; readonly dates: readonly { readonly month: number; readonly dayOfMonth: number }[] }
  /** At the end of the membership year it was earned in. */
  | { readonly kind: 'membership_year' }
  /** All of them, some time after the last activity. */
  | {
      readonly kind: 'inactivity';
      readonly after: Setting<Duration>;
      readonly keptBy: ReadonlySet<'earning' | 'spending' | 'activity'>;
      readonly unless?: LevelTest;
    };

/** Activity shortly before lots are gone moves their date. */
export interface Extension {
  readonly keptBy: ReadonlySet<'earning' | 'spending' | 'activity'>;
  /** How long before: the calendar month whose end takes them, or so many days. */
  readonly within: 'month' | Duration;
  readonly by: Duration;
  /** Activity from this day on. */
  readonly from?: Day;
}

export interface Cap {
  readonly id: string;
  /** Units of the currency's decimals. */
  readonly atMost: Setting<number>;
  readonly over: 'purchase' | 'day' | 'month' | 'year';
  readonly per: Scope;
  readonly reached: 'trim' | 'decline';
  readonly rules: ReadonlySet<string> | undefined;
}
