import type { Day } from './time/days.ts';
import type { Instant } from './time/zones.ts';

/**
 * What the engine knows of one account: the fold of its recorded events. Nothing in it names a person.
 *
 * Scoped things (`per: member`, `per: card`) are keyed `name@member:ID` or `name@card:ID`; `per: account` by the
 * bare name. See scopes.ts.
 */
export interface Account {
  readonly id: string;
  readonly market: string;
  /** The day of enrolment in the market's zone: membership years count from it. */
  readonly since: Day;
  /** Recording instant of the last event: time up to it has been dealt with. */
  readonly time: Instant;
  /** The newest program version whose start has been handled. */
  readonly version: number;
  /** Sequence of the last recorded event, from 1. */
  readonly sequence: number;
  readonly members: Readonly<Record<string, Member>>;
  readonly lots: readonly Lot[];
  /** Owed points by currency key; absent is none. */
  readonly debts: Readonly<Record<string, number>>;
  /** Last day that counted as activity, by currency key, for expiry by inactivity. */
  readonly activity: Readonly<Record<string, Day>>;
  readonly holds: Readonly<Record<string, Hold>>;
  /** Day and amount, ascending by day, by counter key. */
  readonly counters: Readonly<Record<string, readonly CounterDay[]>>;
  readonly ladders: Readonly<Record<string, Standing>>;
  /** Vouchers that expired in the last year or so, for purchases of before that are reported late; absent when there were none. */
  readonly lapsed?: Readonly<Record<string, Voucher>>;
  /** Open vouchers by id. */
  readonly vouchers: Readonly<Record<string, Voucher>>;
  /** What crossings of counters have given, by rule key, oldest first, so that it can be taken back. */
  readonly crossings: Readonly<Record<string, readonly Crossing[]>>;
  /** Clubs joined at some time, by club key. */
  readonly subscriptions: Readonly<Record<string, Subscription>>;
  /** Charges that no payment has answered for good, by id. */
  readonly charges: Readonly<Record<string, ClubCharge>>;
  /** Points sent to other accounts that have not answered yet, by transfer; absent when there never were any. */
  readonly transfers?: Readonly<Record<string, Sent>>;
  /** Offers that were activated or granted, by offer key, oldest first; absent when there never was one. */
  readonly offers?: Readonly<Record<string, readonly OfferOpening[]>>;
  /** Who brought the account's first member; absent when nobody did. */
  readonly referral?: Referred;
  /** Friends whom its members brought and were rewarded for, by referral; absent when there never was one. */
  readonly referred?: Readonly<Record<string, { readonly member: string; readonly day: Day; readonly gave: Given }>>;
  /** The account goes on in another one, as a member there: nothing happens to it any more. */
  readonly merged?: { readonly account: string; readonly member: string };
  /** Accounts that were merged into this one, with the member who goes on for theirs. */
  readonly absorbed?: Readonly<Record<string, string>>;
  readonly erased?: boolean;
}

/** A member who was brought by another. */
export interface Referred {
  readonly member: string;
  readonly by: string;
  readonly byMember: string;
  readonly day: Day;
  /** The friend did what the program asks for. */
  readonly fulfilled?: { readonly referral: string; readonly purchase?: string; readonly gave: Given };
}

/** What was given for something, so that it can be taken back. */
export interface Given {
  readonly points: readonly { readonly currency: string; readonly lot: string; readonly amount: number }[];
  readonly vouchers: readonly string[];
}

/** Days on which an offer is open for whom it was opened. */
export interface OfferOpening {
  readonly from: Day;
  /** Closed from 00:00 of this day; absent: as long as the offer lasts. */
  readonly until?: Day;
  /** Only with this code. */
  readonly code?: string;
}

/** Points on their way. */
export interface Sent {
  readonly currency: string;
  readonly day: Day;
  readonly parts: readonly Part[];
}

export interface Member {
  readonly since: Day;
  readonly cards: readonly string[];
  readonly cardKinds: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly birthday?: YearlyDate;
  /** Keyed hash of where the person lives, for households of one address. */
  readonly address?: string;
  /** Role in the household; absent for whose account it is. */
  readonly role?: string;
  /** No longer of the household from 00:00 of this day. */
  readonly left?: Day;
  readonly erased?: true;
  /** Stays on lists, ended ones too, for late events; absent when there never was one. */
  readonly lists?: Readonly<Record<string, readonly ListStay[]>>;
}

/** Days on a list: `from` first, `through` last. */
export interface ListStay {
  readonly from: Day;
  readonly through?: Day;
}

/** A date of every year; 29 February stands for 28 February in other years. */
export interface YearlyDate {
  readonly month: number;
  readonly dayOfMonth: number;
}

/** A membership of a club, running or over. */
export interface Subscription {
  readonly plan: string;
  /** Trying for nothing, paid for, waiting for money, or over. */
  readonly state: 'trial' | 'paid' | 'unpaid' | 'over';
  /** The present trial or period ends at 00:00 of this day. */
  readonly until: Day;
  /** The day of the first charge, from which months are counted. */
  readonly first?: Day;
  /** Cancelled: over at 00:00 of this day. */
  readonly ends?: Day;
  /** The charge that is open, with the day on which it is tried again. */
  readonly charge?: string;
  readonly retryOn?: Day;
  /** Benefits go on to 00:00 of this day although a charge has failed; absent while no answer has come. */
  readonly graceUntil?: Day;
  /** The last charge that was paid, for a refund. */
  readonly paid?: { readonly charge: string; readonly amount: number; readonly currency: string; readonly from: Day };
  /** A benefit was used since the last charge. */
  readonly used: boolean;
  /** A trial was had. */
  readonly tried: boolean;
  /** What was subscribed when, ascending, for late events. */
  readonly spans: readonly { readonly plan: string; readonly from: Day; readonly until: Day }[];
}

export interface ClubCharge {
  /** Club key. */
  readonly club: string;
  readonly plan: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  /** The period that it pays for. */
  readonly from: Day;
  readonly until: Day;
  /** From 1. */
  readonly attempt: number;
}

/** Points of one currency with one active-from day and one expiry day. */
export interface Lot {
  /** `SEQUENCE.N`: the N-th lot that the account's event SEQUENCE made. */
  readonly id: string;
  /** Currency key. */
  readonly currency: string;
  readonly left: number;
  /** Spendable from 00:00 of this day. */
  readonly from: Day;
  /** Gone at 00:00 of this day; absent never expires. */
  readonly until?: Day;
  /** The day it was earned on: older first among equal expiry. */
  readonly earned: Day;
}

/** A part of a lot that was taken, with what is needed to put it back. */
export interface Part {
  readonly lot: string;
  readonly amount: number;
  readonly from: Day;
  readonly until?: Day;
  readonly earned: Day;
}

export interface Hold {
  readonly currency: string;
  readonly parts: readonly Part[];
  readonly until: Instant;
}

export type CounterDay = readonly [day: Day, amount: number];

export interface Standing {
  readonly level: string;
  readonly since: Instant;
  /** Kept until 00:00 of this day; absent: until a review says otherwise. */
  readonly until?: Day;
  /** Where counting for keeping the level began, and what that day had counted before. */
  readonly keptFrom?: { readonly day: Day; readonly baseline: number };
  /** Earlier and present levels, oldest first, for late events. */
  readonly history: readonly { readonly from: Instant; readonly level: string }[];
}

export interface Voucher {
  readonly reward: string;
  /** Event that issued it. */
  readonly sequence: number;
  readonly issued: Day;
  /** Usable from 00:00 of this day. */
  readonly from: Day;
  /** Gone at 00:00 of this day. */
  readonly until?: Day;
  /** Remaining value in minor units, for a voucher of an amount. */
  readonly remaining?: number;
  readonly currency?: string;
  /** Uses left; absent: any number while value remains. */
  readonly uses?: number;
  /** The points it was made from. */
  readonly parts: readonly Part[];
  readonly pointsCurrency?: string;
  /** Never used: it may be put back whole. */
  readonly untouched: boolean;
  readonly member?: string;
}

export interface Crossing {
  /** What the counter had to reach for this one. */
  readonly at: number;
  readonly day: Day;
  readonly vouchers: readonly string[];
  /** Lost again, and given what cannot be taken back: reaching the number again gives nothing. */
  readonly gone?: true;
  /** Offers that it opened. */
  readonly offers?: readonly string[];
  readonly points: readonly { readonly currency: string; readonly lot: string; readonly amount: number }[];
}

/** Points of one currency, in units of its decimals: the same four numbers everywhere. */
export interface Balance {
  readonly available: number;
  readonly pending: number;
  readonly held: number;
  readonly debt: number;
}

/** The account before its first event. */
export function unopened(id: string): Account {
  return {
    id,
    market: '',
    since: 0,
    time: 0,
    version: 0,
    sequence: 0,
    members: {},
    lots: [],
    debts: {},
    activity: {},
    holds: {},
    counters: {},
    ladders: {},
    vouchers: {},
    crossings: {},
    subscriptions: {},
    charges: {},
  };
}

/** An account from its stored document: what documents of earlier days did not have begins as nothing. */
export function upgraded(document: Account): Account {
  return { ...unopened(document.id), ...document };
}
