import type { Exact } from '../numbers/exact.ts';
import type { Day, Duration } from '../time/days.ts';
import type { Base, ProductGroup } from './products.ts';
import type { LevelTest, Scope, Setting, Span, Window, Words } from './settings.ts';

/** An item that points buy, or that a rule gives. */
export interface Reward {
  readonly id: string;
  readonly name: Words;
  readonly span: Span;
  readonly cost: { readonly currency: string; readonly amount: Setting<number> } | undefined;
  /** Automatic: as soon as so many points are available, as often as possible. */
  readonly issued: 'automatically' | 'on_request' | 'by_rules';
  readonly levels: LevelTest | undefined;
  readonly stock: number | undefined;
  readonly limit:
    | {
        readonly times: number | undefined;
        readonly over: Window;
        readonly per: Scope;
        readonly per_event: number | undefined;
      }
    | undefined;
  /** Points buy it only together with so much of a base in one purchase; anywhere else than in these channels without. */
  readonly needs:
    | {
        readonly base: Base;
        readonly amount: Setting<number> | undefined;
        readonly channels: ReadonlySet<string> | undefined;
      }
    | undefined;
  readonly voucher: VoucherTerms;
}

export interface VoucherTerms {
  readonly gives:
    | { readonly kind: 'amount'; readonly amount: Setting<number>; readonly change: 'kept' | 'lost' }
    /** Percent of the lines it is good for, at most so many minor units. */
    | {
        readonly kind: 'percentage';
        readonly percent: Exact;
        readonly atMost: Setting<number> | undefined;
        /** Of so many of the dearest units only. */
        readonly units: number | undefined;
      }
    /** One unit of a product of the group free, at most so many minor units. */
    | { readonly kind: 'product'; readonly products: ProductGroup; readonly atMost: Setting<number> | undefined };
  readonly products: ProductGroup | undefined;
  readonly uses: number | undefined;
  readonly startsAfter: Duration | undefined;
  readonly valid: Duration | undefined;
  readonly through: Day | undefined;
  /** Least eligible purchase, minor units. */
  readonly minimum: Setting<number> | undefined;
  /** It is valid to the end of the month or year in which it would otherwise end. */
  readonly endOf: 'month' | 'year' | undefined;
  /** False: not used together with discounts, gifts or other vouchers. */
  readonly combines: boolean;
  /** Kinds of charges (tax, fees) that it pays too, once the lines are paid. */
  readonly charges: ReadonlySet<string>;
  /** Channels that it can be used in; all when absent. */
  readonly channels: { readonly only?: ReadonlySet<string>; readonly not?: ReadonlySet<string> };
  /** What it has paid can be exchanged, not paid back. */
  readonly exchangeOnly: boolean;
}

/** What a rule adds to a purchase at no price. */
export interface Gift {
  readonly id: string;
  readonly name: Words;
  readonly sku: string;
  /** What is deducted from a refund when it is kept without cause, minor units. */
  readonly worth: Setting<number>;
  readonly stock: number | undefined;
}
