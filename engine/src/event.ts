import type { Part, YearlyDate } from './account.ts';
import type { Carried } from './merges/carried-state.ts';
import type { RefusalCode } from './refusals.ts';
import type { Day } from './time/days.ts';
import type { Instant } from './time/zones.ts';

/**
 * An event about one account, as the engine decides it. Amounts of money are whole minor units of the purchase's
 * currency; points are whole units of the currency's declared decimals; quantities are exact decimal texts.
 */
export type Event =
  | EventOf<'purchase', Purchase>
  | EventOf<'return', Return>
  | EventOf<'activity', Activity>
  | EventOf<'enrolment', Enrolment>
  | EventOf<'member_changed', MemberChange>
  | EventOf<'redemption', Redemption>
  | EventOf<'hold', HoldRequest>
  | EventOf<'capture', HoldEnd>
  | EventOf<'release', HoldEnd>
  | EventOf<'voucher_use', VoucherUse>
  | EventOf<'voucher_release', VoucherRelease>
  | EventOf<'correction', Correction>
  | EventOf<'erased', Erasure>
  | EventOf<'member_joined', MemberJoin>
  | EventOf<'member_left', Record<string, never>>
  | EventOf<'transfer_sent', TransferRequest>
  | EventOf<'transfer_received', TransferReceipt>
  | EventOf<'transfer_answered', TransferAnswer>
  | EventOf<'referral_fulfilled', ReferralMessage>
  | EventOf<'referral_undone', ReferralMessage>
  | EventOf<'merged', Merge>
  | EventOf<'absorbed', AbsorbMessage>
  | EventOf<'club_joined', ClubJoin>
  | EventOf<'club_cancelled', ClubCancellation>
  | EventOf<'club_renewal', ClubRenewal>
  | EventOf<'payment', Payment>
  | EventOf<'benefit_use', BenefitUse>
  | EventOf<'offer_activation', OfferActivation>
  | EventOf<'offer_grant', OfferGrant>
  | EventOf<'offer_withdrawal', OfferActivation>
  | EventOf<'clock', Record<string, never>>;

export type EventKind = Event['kind'];

interface EventOf<Kind extends string, Body> {
  /** Derived from program, account, kind and key. */
  readonly id: string;
  readonly kind: Kind;
  /** The program's clock when it was recorded: the account is advanced to it first. */
  readonly at: Instant;
  readonly occurredAt: Instant;
  /** The zone of the store it happened in; the market's when absent. Day, bonus day and day caps follow it. */
  readonly zone?: string;
  readonly member?: string;
  readonly card?: string;
  readonly store?: string;
  readonly till?: string;
  readonly channel?: string;
  /** Staff or key that asked, for corrections. */
  readonly actor?: string;
  readonly body: Body;
}

export interface Purchase {
  readonly currency: string;
  readonly lines: readonly Line[];
  /** Amounts that are no goods: tax added on top, tips, shipping, fees. */
  readonly charges?: readonly Charge[];
  /** Reductions that the shop made itself, positive, allocated to lines or prorated over all. */
  readonly adjustments?: readonly Adjustment[];
  /** How it was paid; absent means paid as we price it. */
  readonly tenders?: readonly Tender[];
  /** Codes or ids of vouchers handed over. */
  readonly vouchers?: readonly string[];
  /** Holds captured with this purchase. */
  readonly holds?: readonly string[];
  /** Points that pay for a part of it, without having been held before. */
  readonly points?: PointsPayment;
  /** Rewards bought with points and used in this purchase. */
  readonly rewards?: readonly string[];
  /** Codes that the customer entered. */
  readonly codes?: readonly string[];
  /** Rules whose discount, gift or delivery the member asks for, where not everything combines. */
  readonly rules?: readonly string[];
  /** How it is delivered (`standard`, `express`, …); absent when nothing is. */
  readonly delivery?: string;
  readonly receipt?: string;
  /** Sent as a request: refused whole rather than recorded with `not_honoured`. */
  readonly strict?: boolean;
}

export interface PointsPayment {
  readonly currency: string;
  /** Whole units of the currency's decimals. */
  readonly amount: number;
}

export interface Line {
  readonly sku: string;
  readonly categories?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** Decimal text or number; 1 when absent. */
  readonly quantity?: number | string;
  /** What the whole line costs before adjustments, minor units, tax included if the price includes it. */
  readonly total: number;
  /** The part of `total` that is tax. */
  readonly tax?: number;
}

export interface Charge {
  readonly kind: string;
  readonly amount: number;
}

export interface Adjustment {
  readonly amount: number;
  readonly reason?: string;
  /** Line indexes (from 0) it belongs to; all lines when absent. */
  readonly lines?: readonly number[];
}

export interface Tender {
  /** `cash`, `card`, `own_card`, `gift_card`, … as the program names them. */
  readonly kind: string;
  readonly amount: number;
  /** Line indexes (from 0) it pays; prorated over everything paid when absent. */
  readonly lines?: readonly number[];
}

export interface Return {
  /** Id of the purchase event. */
  readonly purchase: string;
  /** What comes back; everything that is left when absent. */
  readonly lines?: readonly { readonly line: number; readonly quantity?: number | string }[];
  readonly reason?: string;
  /** For something else, not for money. */
  readonly isExchange?: boolean;
}

export interface Activity {
  readonly activity: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Enrolment {
  readonly market: string;
  readonly cards?: readonly string[];
  /** Kinds of card held (`own_card`), which a ladder may accept as a way in. */
  readonly cardKinds?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly birthday?: YearlyDate;
  /** Keyed hash of where the person lives. */
  readonly address?: string;
  readonly lists?: readonly ListJoining[];
  /** The member whose code the person came with. */
  readonly referredBy?: ReferredBy;
}

/** The event's account is another one of a person who goes on as `intoMember`. */
export interface Merge {
  readonly into: string;
  readonly intoMember: string;
}

/** From an account that ends, to the one that goes on. */
export interface AbsorbMessage {
  readonly from: string;
  readonly fromMember: string;
  readonly carried: Carried;
}

export interface ReferredBy {
  readonly account: string;
  readonly member: string;
}

/** From the friend's account to that of the member who brought them. */
export interface ReferralMessage {
  readonly from: string;
  /** Unique among all referrals. */
  readonly referral: string;
}

/** One more person on an account: the event's member. */
export interface MemberJoin extends Omit<Enrolment, 'market' | 'referredBy'> {
  readonly role: string;
}

export interface MemberChange {
  readonly cards?: readonly string[];
  readonly cardKinds?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly birthday?: YearlyDate;
  /** Keyed hash of where the person lives. */
  readonly address?: string;
  /** Staff may change what members may not. */
  readonly byStaff?: boolean;
  /** Lists that the member is put on. */
  readonly lists?: readonly ListJoining[];
  /** Lists that the member is taken off. */
  readonly leaves?: readonly string[];
}

export interface ListJoining {
  readonly list: string;
  /** The day of the event when absent. */
  readonly from?: Day;
  readonly through?: Day;
}

export interface Redemption {
  readonly reward: string;
  /** How many of it; 1 when absent. */
  readonly times?: number;
  readonly store?: string;
}

export interface HoldRequest {
  readonly currency: string;
  readonly amount: number;
  /** When the hold lets go by itself; as late as the program allows when absent. */
  readonly until?: Instant;
  readonly reason?: string;
}

export interface HoldEnd {
  readonly hold: string;
  /** For a capture: how much of it; the whole hold when absent. */
  readonly amount?: number;
}

export interface VoucherUse {
  readonly voucher: string;
  /** Minor units to take from a voucher with a remaining value; all of it when absent. */
  readonly amount?: number;
  readonly purchaseTotal?: number;
}

export interface VoucherRelease {
  readonly voucher: string;
  /** The event that used it. */
  readonly use: string;
}

export interface Correction {
  readonly currency: string;
  /** Signed: points given or taken. */
  readonly amount: number;
  readonly reason: string;
  /** Second person, where the program asks for one. */
  readonly approvedBy?: string;
}

export interface TransferRequest {
  readonly currency: string;
  readonly amount: number;
  /** The account that shall have them, and whose they are there, where points are each member's own. */
  readonly to: string;
  readonly toMember?: string;
}

/** From the sender's account, to that of the event. */
export interface TransferReceipt {
  readonly from: string;
  /** Its id in the sender's account. */
  readonly transfer: string;
  readonly currency: string;
  readonly amount: number;
  readonly parts: readonly Part[];
}

/** What became of points that the event's account sent. */
export interface TransferAnswer {
  readonly transfer: string;
  /** Why the receiver did not take them; absent when it has them. */
  readonly refused?: RefusalCode;
}

export interface ClubJoin {
  readonly club: string;
  /** The club's only plan when absent. */
  readonly plan?: string;
}

export interface ClubCancellation {
  readonly club: string;
}

/** Turns renewal by itself off, or on again. */
export interface ClubRenewal {
  readonly club: string;
  readonly on: boolean;
}

/** What the payment provider says of a charge. */
export interface Payment {
  readonly charge: string;
  readonly outcome: 'succeeded' | 'failed';
  /** The provider's own name for it. */
  readonly reference?: string;
}

/** A benefit of a club was used outside a purchase. */
export interface BenefitUse {
  readonly club: string;
  readonly benefit: string;
}

/** The event's member takes an offer up. */
export interface OfferActivation {
  readonly offer: string;
}

/** The shop gives an offer to one member, perhaps with a code of its own. */
export interface OfferGrant {
  readonly offer: string;
  readonly code?: string;
  readonly through?: Day;
}

export interface Erasure {
  readonly member: string;
}

/** The calendar day of an event's own place. Computed once by `decide`. */
export interface Place {
  readonly zone: string;
  readonly day: Day;
}
