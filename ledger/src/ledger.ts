import type { Account, Entry, Event, Instant, Programs, Quote, Recorded, Refusal } from '@trofast/engine';
import type { EventTexts } from './book/stored-events.ts';
import type { CanonicalExport } from './canonical/canonical-export.ts';
import type { ProgramsStore } from './programs/programs-store.ts';
import type { ReceiptsStore } from './receipts/receipts-store.ts';
import type { Answer, Foreseen, Identity, PersonalValues, RecordRequest, RequestOf } from './requests.ts';
import type { Swept } from './sweep/sweep.ts';
import type { VerifyOptions, VerifyReport } from './verify/report.ts';

export interface Ledger {
  readonly buckets: number;
  readonly programs: ProgramsStore;
  readonly receipts: ReceiptsStore;

  /** Records a report or a request. Calls for one account are decided in the order they were made. Throws `Overloaded`. */
  record(request: RecordRequest): Promise<Answer>;
  /** What a purchase would come to; nothing is recorded. */
  quote(request: QuoteRequest): Promise<Quote | Refusal>;

  /** What each of these would come to by itself, as the account is now; nothing is recorded. */
  foresee(program: string, account: string, asked: readonly Foreseen[]): Promise<readonly (Recorded | Refusal)[]>;

  /** The account advanced in memory to the program's clock, or to `at` when that is later. */
  account(program: string, account: string, at?: Instant): Promise<AccountAt | undefined>;
  /** The last sequence of each, `undefined` where there is no such account: for who waits for something to happen. */
  sequences(names: readonly AccountName[]): Promise<readonly (number | undefined)[]>;
  /** Newest first. */
  statement(program: string, account: string, page: Page): Promise<PageOf<StoredEvent>>;
  event(program: string, id: string): Promise<StoredEvent | undefined>;
  entries(program: string, account: string, page: Page): Promise<PageOf<StoredEntry>>;
  /** Every event of the program in the order it was committed, by bucket; without what is personal. */
  feed(program: string, page: Page): Promise<PageOf<StoredEvent>>;

  findMember(program: string, identity: Identity): Promise<MemberFound | undefined>;
  findVoucher(program: string, code: string): Promise<VoucherFound | undefined>;
  voucherCode(program: string, account: string, voucher: string): Promise<string>;
  /** The code that friends of a member join with. */
  referralCode(program: string, account: string, member: string): Promise<string>;
  findReferrer(program: string, code: string): Promise<MemberFound | undefined>;
  /** What an account keeps of an address, so that two can be compared and neither can be read. */
  addressHash(program: string, address: string): Promise<string>;
  person(program: string, account: string, member: string): Promise<PersonalValues | undefined>;
  /** What was personal in one event; `undefined` when there was nothing or it has been erased. */
  privateOf(program: string, event: string): Promise<PersonalValues | undefined>;

  /** Every account of a program by id, advanced to its clock. */
  accounts(program: string): AsyncIterable<Account>;
  /** Every account's recorded events, account by account. */
  histories(program: string): AsyncIterable<{ readonly account: string; readonly events: readonly StoredEvent[] }>;
  /** The same as texts, for replaying in another thread; readings only where they are wanted. */
  replayable(program: string, options: { readonly withReadings: boolean }): AsyncIterable<ReplayableHistory>;
  /** Sums of the program's entries. */
  bookTotals(program: string): Promise<readonly BookTotal[]>;
  counts(program: string): Promise<ProgramCounts>;

  /** Moves a sandbox clock forward; an earlier instant leaves it where it is. Answers where it stands. */
  moveClock(program: string, to: Instant): Promise<Instant>;
  /** The program's clock. */
  clock(program: string): Promise<Instant>;
  /** Advances accounts whose time has come, at most `limit` of them. */
  sweep(request: SweepRequest): Promise<Swept>;
  /** Sweeps again and again until the ledger closes. */
  startSweeping(): void;

  verify(options?: VerifyOptions): Promise<VerifyReport>;
  /** Advances every account, then writes NDJSON lines. `program` absent: all programs. */
  exportCanonical(
    program: string | undefined,
    write: (lines: string) => void | Promise<void>,
  ): Promise<CanonicalExport>;

  /** Where a resumable piece of work stands, under a name of its own. */
  progress(name: string): Promise<unknown>;
  saveProgress(name: string, value: unknown): Promise<void>;

  /** Finishes what was accepted, then lets go of its connections. */
  close(): Promise<void>;
}

export interface AccountName {
  readonly program: string;
  readonly account: string;
}

export interface AccountAt {
  readonly account: Account;
  readonly programs: Programs;
  readonly at: Instant;
  /** Set when the account was merged into another. */
  readonly redirect?: { readonly account: string; readonly member: string };
}

export type QuoteRequest = Omit<RequestOf<'purchase'>, 'key' | 'private' | 'person' | 'claims' | 'released'>;

export interface Page {
  readonly cursor?: string;
  readonly limit: number;
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; absent on the last (a feed always has one). */
  readonly next?: string;
}

export interface StoredEvent extends Recorded {
  readonly account: string;
  readonly recordedAt: Instant;
  /** Codes of the vouchers that it issued, by voucher id. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** An account's events as texts, cheap to hand to another thread; `recordedOf` reads them there. */
export interface ReplayableHistory {
  readonly account: string;
  readonly events: readonly EventTexts[];
}

export interface StoredEntry extends Entry {
  readonly sequence: number;
}

export interface MemberFound {
  readonly account: string;
  readonly member: string;
}

export interface VoucherFound {
  readonly account: string;
  readonly voucher: string;
}

export interface BookTotal {
  readonly kind: Event['kind'];
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly amount: number;
  readonly entries: number;
}

export interface ProgramCounts {
  readonly accounts: number;
  readonly eventsByKind: Readonly<Record<string, number>>;
  readonly entries: number;
}

export interface SweepRequest {
  readonly program?: string;
  readonly limit: number;
  /** For sandbox programs: no further than this, though the clock may stand later. */
  readonly until?: Instant;
  /** Waits for accounts that are being written, instead of passing them over. */
  readonly waitForLocks?: boolean;
}
