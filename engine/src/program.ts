import type { Exact, RoundingMode } from './numbers/exact.ts';
import type { Day, Duration } from './time/days.ts';
import type { Instant } from './time/zones.ts';

/**
 * A program as the engine runs it: the document, checked, with every text turned into the value it stands for.
 * `readProgram` (document/) makes it; nothing else does.
 */
export interface Program {
  readonly id: string;
  readonly name: Words;
  readonly languages: readonly Locale[];
  readonly markets: ReadonlyMap<string, Market>;
  /** `usableFor`: points that come back because what they paid for came back can be used for at least so long. */
  readonly returns: { readonly within: Duration | 'always'; readonly usableFor?: Duration | undefined };
  readonly late: { readonly within: Duration | 'always'; readonly restore: boolean };
  /** Above so many whole points a correction needs a second person. */
  readonly corrections: { readonly approvalAbove: number | undefined };
  readonly holds: { readonly longest: Duration };
  readonly products: ReadonlyMap<string, ProductGroup>;
  readonly bases: ReadonlyMap<string, Base>;
  readonly currencies: ReadonlyMap<string, Currency>;
  readonly counters: ReadonlyMap<string, Counter>;
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly rules: readonly Rule[];
  readonly rewards: ReadonlyMap<string, Reward>;
  readonly lists: ReadonlyMap<string, MemberList>;
  /** What sentences call the shop's own codes. */
  readonly names: ReadonlyMap<string, Words>;
  readonly clubs: ReadonlyMap<string, Club>;
  readonly households: Households | undefined;
  /** By currency; those that are absent cannot be sent. */
  readonly transfers: ReadonlyMap<string, TransferTerms>;
  /** Who may change a birthday that is known. */
  readonly birthdays: { readonly changedBy: 'member' | 'staff' };
  readonly gifts: ReadonlyMap<string, Gift>;
  readonly onStart: readonly StartStep[];
}

/** All published versions of one program, oldest first; the last whose `from` is not after an instant is in force then. */
export interface Programs {
  readonly id: string;
  readonly versions: readonly ProgramVersion[];
}

export interface ProgramVersion {
  /** From 1. */
  readonly number: number;
  readonly from: Instant;
  readonly program: Program;
}

export type Locale = 'en' | 'da' | 'sv' | 'nb';
export const LOCALES: readonly Locale[] = ['en', 'da', 'sv', 'nb'];

/** A text in each language of the program. */
export type Words = Readonly<Partial<Record<Locale, string>>>;
/** Names of things that are counted. */
export type CountedWords = Readonly<Partial<Record<Locale, { readonly one: string; readonly other: string }>>>;

export interface Market {
  readonly id: string;
  readonly currency: string;
  readonly zone: string;
  readonly name: Words;
}

/** A value that may vary by market and date: ask with where and when. */
export interface Setting<T> {
  (where: { readonly market: string; readonly day: Day }): T;
  /** All that it may answer, for sentences: one piece when it does not vary. */
  readonly pieces?: readonly SettingPiece<T>[];
}

/** A value of a setting: for all markets when `market` is absent, since ever when `from` is. */
export interface SettingPiece<T> {
  readonly market?: string;
  readonly from?: Day;
  readonly value: T;
}

export type Scope = 'account' | 'member' | 'card';

/** Days on which a part of the document counts: `from` first, `through` last, both in the market's zone. */
export interface Span {
  readonly from?: Day;
  readonly through?: Day;
}

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

export interface LevelTest {
  readonly ladder: string;
  readonly levels: ReadonlySet<string>;
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

export interface Counter {
  readonly id: string;
  readonly name: Words;
  readonly counts:
    | { readonly kind: 'base'; readonly base: Base }
    | { readonly kind: 'purchases' }
    | { readonly kind: 'earned'; readonly currency: string }
    | { readonly kind: 'activities'; readonly activity: string }
    /** Only what rules add with `count`. */
    | { readonly kind: 'rules' };
  readonly when: readonly Condition[];
  readonly window: Window;
  readonly per: Scope;
  /** Amounts of money (base counters) are minor units of the market's currency. */
  readonly unit: 'money' | 'points' | 'times';
  readonly returns: 'lower' | 'keep';
}

export type Window =
  | { readonly kind: 'rolling'; readonly length: Duration }
  | { readonly kind: 'day' | 'month' | 'quarter' | 'calendar_year' | 'membership_year' | 'forever' };

export type Period = Exclude<Window['kind'], 'rolling' | 'forever'>;

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
}

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
    };

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
    | { readonly times: number; readonly over: Window; readonly per: Scope; readonly per_event: number | undefined }
    | undefined;
  readonly voucher: VoucherTerms;
}

export interface VoucherTerms {
  readonly gives:
    | { readonly kind: 'amount'; readonly amount: Setting<number>; readonly change: 'kept' | 'lost' }
    /** Percent of the lines it is good for, at most so many minor units. */
    | { readonly kind: 'percentage'; readonly percent: Exact; readonly atMost: Setting<number> | undefined }
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

/** Members by hand or import; each with days of their own, within those of the list. */
export interface MemberList {
  readonly id: string;
  readonly name: Words;
  /** Members are not told of it. */
  readonly hidden: boolean;
  readonly span: Span;
}

/** A paid membership. Days are those of the market; months are counted from the day of the first charge. */
export interface Club {
  readonly id: string;
  readonly name: Words;
  readonly per: Scope;
  readonly plans: ReadonlyMap<string, Plan>;
  /** Cancelled later than this before a renewal, the next period is still charged. */
  readonly notice: Duration | undefined;
  /** A failed charge is tried again so long after the day it was due, ascending. */
  readonly retries: readonly Duration[];
  /** Benefits go on so long after a charge has failed. */
  readonly grace: Duration | undefined;
  readonly cancelling: 'period_end' | 'at_once';
  readonly refund: 'never' | 'if_unused' | 'prorated';
  readonly rewards: readonly ClubReward[];
}

export interface Plan {
  readonly id: string;
  readonly name: Words;
  readonly span: Span;
  /** Minor units; nothing for a plan that someone else pays for. */
  readonly price: Setting<number>;
  readonly every: Duration;
  /** So long for nothing before the first charge, once. */
  readonly trial: Duration | undefined;
  /** The plan that it is renewed as; itself when absent. */
  readonly becomes: string | undefined;
  /** Who may have it. */
  readonly when: readonly Condition[];
}

/** Given at the start of each paid period, and again after every `every` of it. */
export interface ClubReward {
  readonly reward: string;
  readonly every: Duration;
  /** When its voucher is gone, besides the reward's own word on it. */
  readonly endsWith: 'month' | 'period' | undefined;
}

/** How members may send points to each other; whole points. */
export interface TransferTerms {
  readonly currency: string;
  readonly least: number | undefined;
  readonly most: { readonly amount: number; readonly over: Window } | undefined;
}

/** Several persons on one account: points are the account's, benefits of clubs as said here. */
export interface Households {
  readonly name: Words;
  readonly roles: ReadonlyMap<string, HouseholdRole>;
  readonly shares: readonly SharedClub[];
}

/** What a person besides the account's first can be. */
export interface HouseholdRole {
  readonly id: string;
  readonly name: Words;
  /** When one can join in it; who has joined stays. */
  readonly span: Span;
  readonly atMost: number;
  readonly sameAddress: boolean;
  readonly when: readonly Condition[];
}

/** A club whose benefits persons with a role have too: all roles and plans where none are named. */
export interface SharedClub {
  readonly club: string;
  readonly plans: ReadonlySet<string> | undefined;
  readonly roles: ReadonlySet<string> | undefined;
  /** Also while it is only tried. */
  readonly trial: boolean;
}

/** What happens to every account when a version starts. */
export type StartStep =
  | { readonly kind: 'keep_levels'; readonly ladder: string; readonly until: Day }
  | { readonly kind: 'redate'; readonly currency: string };
