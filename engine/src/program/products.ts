import type { Words } from './settings.ts';

export interface ProductGroup {
  readonly id: string;
  readonly name: Words;
  readonly has: (line: {
    readonly sku: string;
    readonly categories?: readonly string[];
    readonly attributes?: Readonly<Record<string, string>>;
  }) => boolean;
  /** Unless a line carries one of these (`sku:A1`, `category:tea`), it does not belong; absent when that cannot be said. */
  readonly keys?: readonly string[];
  /** What the group was made from, for sentences. */
  readonly selects?: ProductSelection & {
    readonly all?: readonly ProductSelection[] | undefined;
    readonly not?: ProductSelection | undefined;
  };
}

/** Lines that have any of these; a text that ends in `*` is the beginning of one. */
export interface ProductSelection {
  readonly skus?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly attributes?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The part of a purchase that counts for something. */
export interface Base {
  readonly id: string;
  readonly name: Words;
  /** Group of the lines that count; all lines when absent. */
  readonly products: ProductGroup | undefined;
  /** What is taken off a line before it counts. */
  readonly after: ReadonlySet<'discounts' | 'vouchers' | 'points'>;
  readonly tax: 'included' | 'excluded';
  /** Kinds of charges (shipping, …) that count too. */
  readonly charges: ReadonlySet<string>;
  /** Only what these tenders paid; everything when absent. */
  readonly tenders: ReadonlySet<string> | undefined;
  /** Channels that count; all when absent. */
  readonly channels: { readonly only?: ReadonlySet<string>; readonly not?: ReadonlySet<string> };
}
