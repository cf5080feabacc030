import type { Duration } from '../time/days.ts';
import type { Condition } from './conditions.ts';
import type { StreakPeriod } from './offers.ts';
import type { Base, ProductGroup } from './products.ts';
import type { Scope, Setting, Window, Words } from './settings.ts';

export interface Counter {
  readonly id: string;
  readonly name: Words;
  readonly counts:
    | { readonly kind: 'base'; readonly base: Base }
    | { readonly kind: 'purchases' }
    /** Whole units of products that were bought. */
    | { readonly kind: 'units'; readonly products: ProductGroup }
    | { readonly kind: 'earned'; readonly currency: string }
    | { readonly kind: 'activities'; readonly activity: string }
    /** Only what rules add with `count`. */
    | { readonly kind: 'rules' }
    /** How often all steps of a challenge are done, or for how many periods in a row. */
    | {
        readonly kind: 'rounds';
        readonly steps: readonly { readonly counter: Counter; readonly amount: Setting<number> }[];
        readonly streak: StreakPeriod | undefined;
      };
  readonly when: readonly Condition[];
  readonly window: Window;
  readonly per: Scope;
  /** Amounts of money (base counters) are minor units of the market's currency. */
  readonly unit: 'money' | 'points' | 'times';
  readonly returns: 'lower' | 'keep';
  /** The offer or challenge that it counts for; its window is what the offer is open for. */
  readonly of?: { readonly offer: string } | { readonly challenge: string };
}

export interface Ladder {
  readonly id: string;
  readonly name: Words;
  readonly per: Scope;
  readonly by:
    | { readonly kind: 'counter'; readonly counter: string }
    | { readonly kind: 'tenure' }
    | { readonly kind: 'away' };
  /** Lowest first (for `away`: the level for staying away longest first, as the document's thresholds fall). */
  readonly levels: readonly Level[];
  readonly up: 'at_once' | 'period_end';
  /** How long a level is kept once reached; absent: until a review. */
  readonly keeps: Keeping | undefined;
  /** Counter that keeps a level, counted since it was reached; absent: the counter that reaches it. */
  readonly keptBy: { readonly since: 'reached' | 'window' } | undefined;
  readonly review: 'first_of_month' | 'first_of_year' | 'end_of_keeping' | 'never';
  readonly falls: 'to_qualified' | 'one_step' | 'never';
  readonly grace: Duration | undefined;
  readonly returns: 'keep' | 'lower';
  readonly waysIn: readonly { readonly cardKind: string; readonly level: string }[];
}

export type Keeping =
  | { readonly kind: 'for'; readonly length: Duration }
  /** To the end of the year of reaching, and so many years more. */
  | { readonly kind: 'calendar_years' | 'membership_years'; readonly more: number };

export interface Level {
  readonly id: string;
  readonly name: Words;
  /** Met at `>=`: minor units, points or times by the counter's unit; a duration for tenure and away. */
  readonly at: Setting<number>;
  readonly after: Duration | undefined;
  /** Counter that reaches this level, where it is another than the ladder's. */
  readonly counter?: string | undefined;
}
