import type { Exact } from '../numbers/exact.ts';
import type { Day } from '../time/days.ts';
import type { Instant } from '../time/zones.ts';
import type { Base } from './products.ts';
import type { Locale, Market } from './settings.ts';

/** A bound condition: its part with parameters read. */
export interface Condition {
  readonly code: string;
  /** As the document writes them, for sentences and editors. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Names of the values that `test` looks at: `level:LADDER`, `counter:COUNTER`, `attribute:NAME`, `purchase`, … */
  readonly reads: readonly string[];
  readonly test: (context: TestContext) => Tested;
  /** The condition as a clause: "the purchase is at least 40.00 pounds". */
  readonly sentence?: (locale: Locale) => string;
  /** The clause that says it does not hold. */
  readonly denial?: (locale: Locale) => string;
  /** A text that `test` answered as `has` or `wants`, in words. */
  readonly say?: (answer: string, locale: Locale) => string;
  /** Unless the event carries one of these (`channel:web`, `store:12`, `code:SPRING`, `sku:A1`, `category:tea`), it cannot hold. */
  readonly keys?: readonly string[];
  /** The next instant at which time alone may change the answer. */
  readonly changesAt?: (when: TimeOfTest) => Instant | undefined;
}

/** When a condition was asked, in which zone, and since when the member is one. */
export interface TimeOfTest {
  readonly at: Instant;
  readonly zone: string;
  readonly since: Day;
}

export interface Tested {
  readonly holds: boolean;
  readonly has?: string | number;
  readonly wants?: string | number;
  /** Of a nested condition. */
  readonly of?: readonly (Tested & { readonly condition: Condition })[];
}

/** What a condition may look at. `read` gives values of the account; each is kept in the reading. */
export interface TestContext {
  readonly market: Market;
  readonly day: Day;
  readonly weekday: number;
  readonly minute: number;
  readonly channel: string | undefined;
  readonly store: string | undefined;
  readonly purchase: PricedPurchase | undefined;
  readonly read: ReadValues;
}

export interface ReadValues {
  /** Level of a ladder held before the event. */
  level(ladder: string): string;
  /** Counter's sum in its window before the event. */
  counter(counter: string): number;
  /** Whole days since enrolment. */
  daysSinceEnrolment(): number;
  attribute(name: string): string | null;
  /** Plan of the club that is subscribed on the day of the event. */
  subscription(club: string): string | null;
  /** The member's day of birth as `03-31`. */
  birthday(): string | null;
  /** Whether the member is on a list on the day of the event. */
  isOn(list: string): boolean;
  /** Whether an offer is open on the day of the event, or was and has given all that it gives. */
  offer(offer: string): 'open' | 'used_up' | null;
  /** How often a challenge has been completed. */
  completed(challenge: string): number;
  /** Whether the member is entitled to a benefit on the day of the event. */
  isEntitled(benefit: string): boolean;
}

/** A purchase after prices, vouchers and tenders: what conditions and earning look at. */
export interface PricedPurchase {
  readonly currency: string;
  readonly lines: readonly PricedLine[];
  readonly charges: readonly PricedCharge[];
  readonly codes: readonly string[];
  readonly tenders: readonly string[];
  /** Minor units of a base. */
  amountOf(base: Base): number;
}

export interface PricedLine {
  readonly index: number;
  readonly sku: string;
  readonly categories: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly quantity: Exact;
  readonly total: number;
  readonly tax: number;
  /** The shop's own and those of the program's rules. */
  readonly discounts: number;
  /** The part of `discounts` that rules gave. */
  readonly byRules?: number;
  /** Added by a rule at no price. */
  readonly isGift?: true;
  readonly vouchers: number;
  readonly points: number;
  /** What each tender paid of it, minor units by kind; adds up to total − discounts − vouchers − points. */
  readonly paid: Readonly<Record<string, number>>;
}

export interface PricedCharge {
  readonly kind: string;
  readonly amount: number;
  /** Charged by a rule of the program, not by the shop. */
  readonly isByRule?: true;
  readonly paid: Readonly<Record<string, number>>;
}
