import type { Exact, RoundingMode } from '../numbers/exact.ts';
import type { Duration } from '../time/days.ts';
import type { Condition } from './conditions.ts';
import type { Rounding } from './currencies.ts';
import type { Base, ProductGroup } from './products.ts';
import type { Period, Scope, Setting, Span, Window, Words } from './settings.ts';

export interface Rule {
  readonly id: string;
  readonly on: Trigger;
  readonly span: Span;
  readonly when: readonly Condition[];
  readonly then: readonly Effect[];
  /** At most so often in a window; a part declined beyond it. */
  readonly limit: { readonly times: number; readonly over: Window; readonly per: Scope } | undefined;
  /** Of the rules of one group only the best for the member counts. */
  readonly group: string | undefined;
  /** It is a benefit of the clubs that its conditions name: what it gives is a use of it. */
  readonly benefit: boolean;
  /** False: what it takes off a price is not given together with anything else. */
  readonly combines: boolean;
  /** Written sentence of the author; made from the parts when absent. */
  readonly sentence: Words | undefined;
  /** The offer that it is of: each time it holds is a use of it. */
  readonly offer?: string | undefined;
  readonly challenge?: string | undefined;
  /** What a rule on a counter gave when a return takes the counter below its number; taken back when absent. */
  readonly returns?: 'take_back' | 'keep' | 'deduct' | undefined;
}

export type Trigger =
  | { readonly kind: 'purchase' }
  | { readonly kind: 'activity'; readonly activity: string }
  | { readonly kind: 'enrolment' }
  | { readonly kind: 'level'; readonly ladder: string; readonly levels: ReadonlySet<string> }
  /** Once a year for each member: so long before the birthday, or when its week or month begins. */
  | { readonly kind: 'birthday'; readonly before: Duration; readonly startOf: 'day' | 'week' | 'month' }
  /** When a period has ended, about that period. */
  | { readonly kind: 'period'; readonly period: Period }
  /** A counter reached a number: once at `at`, or at every multiple of `every`. */
  | {
      readonly kind: 'counter';
      readonly counter: string;
      readonly at?: Setting<number>;
      readonly every?: Setting<number>;
      /** Of `every`: at most so often. */
      readonly times?: number | undefined;
    };

/**
 * A bound effect. What each kind does is in the stage that reads it. Amounts of points, `points` of earning too, are in
 * units of the currency's decimals; counts are in the counter's unit.
 */
export type Effect =
  /** Points for money: `points` for every `per` (minor units) of the base, times the factor of a level. */
  | {
      readonly kind: 'earn';
      readonly currency: string;
      readonly base: Base;
      readonly products: ProductGroup | undefined;
      readonly tenders: ReadonlySet<string> | undefined;
      readonly points: Setting<Exact>;
      readonly per: Setting<number>;
      readonly factor: LevelFactor | undefined;
    }
  /** More of what is earned on these products: added as (by − 1) times, multiplied, or the best of a group. */
  | {
      readonly kind: 'multiply';
      readonly currency: string;
      readonly by: Setting<Exact>;
      readonly byLevel: LevelFactor | undefined;
      readonly products: ProductGroup | undefined;
      readonly tenders: ReadonlySet<string> | undefined;
      readonly combine: 'add' | 'multiply';
    }
  /** Points for what a counter has counted in the period that ended: `points` for every `per` of its unit. */
  | {
      readonly kind: 'earn_counted';
      readonly currency: string;
      readonly counter: string;
      readonly points: Setting<Exact>;
      readonly per: Setting<number>;
      /** A rounding of its own, before that of the currency. */
      readonly rounding: (Pick<Rounding, 'step'> & { readonly mode: RoundingMode }) | undefined;
    }
  | { readonly kind: 'give'; readonly currency: string; readonly amount: Setting<number> }
  | { readonly kind: 'issue'; readonly reward: string }
  /** Opens an offer for the member. */
  | { readonly kind: 'grant'; readonly offer: string }
  /** Off the regular price of products: of whole lines, or of so many of the dearest units. */
  | {
      readonly kind: 'discount';
      readonly off: DiscountKind;
      readonly products: ProductGroup | undefined;
      readonly units: number | undefined;
      readonly atMost: Setting<number> | undefined;
    }
  /** The first of these gifts that is in stock. */
  | { readonly kind: 'gift'; readonly firstOf: readonly string[] }
  /** What delivery costs: of the rules that hold, the cheapest counts. */
  | { readonly kind: 'delivery'; readonly fee: Setting<number>; readonly ways: ReadonlySet<string> | undefined }
  | { readonly kind: 'count'; readonly counter: string; readonly amount: Setting<number> };

/** A share of the price, an amount off each unit, or a price of its own for each unit; minor units. */
export type DiscountKind =
  | { readonly kind: 'percent'; readonly percent: Setting<Exact> }
  | { readonly kind: 'amount'; readonly amount: Setting<number> }
  | { readonly kind: 'price'; readonly price: Setting<number> };

export interface LevelFactor {
  readonly ladder: string;
  readonly by: ReadonlyMap<string, Exact>;
}
