import type { Instant, Purchase } from '@trofast/engine';
import type { Answer } from '../requests.ts';

/** A receipt without a member, kept by store and number. */
export interface Receipt {
  readonly store: string;
  readonly number: string;
  readonly occurredAt: Instant;
  /** Kept but not claimable: a cancellation, a correction, an amount of nothing. */
  readonly claimable: boolean;
  /** What it is, for counting: `sale`, `cancellation`, … */
  readonly sort: string;
  readonly purchase: Purchase;
  readonly zone?: string;
  readonly till?: string;
  readonly channel?: string;
}

/** The account and the event that have a receipt's purchase. */
export interface ReceiptOwner {
  readonly account: string;
  readonly event: string;
}

export interface StoredReceipt extends Receipt {
  readonly claimedBy?: string;
}

export interface ClaimReceipt {
  readonly program: string;
  readonly store: string;
  readonly number: string;
  readonly account: string;
  readonly member?: string;
  readonly at?: Instant;
}

export interface ReceiptsStore {
  /** Adds receipts; one that is there already is left as it is. Answers how many were new. */
  add(program: string, receipts: readonly Receipt[]): Promise<number>;
  get(program: string, store: string, number: string): Promise<StoredReceipt | undefined>;
  /** Who has the purchase of a receipt, whether it came with its member or was claimed. */
  owner(program: string, store: string, number: string): Promise<ReceiptOwner | undefined>;
  /** Records the receipt's purchase for the account: exactly once, and only if no account has it. */
  claim(request: ClaimReceipt): Promise<Answer>;
  /** How many there are, by sort. */
  counts(program: string): Promise<readonly ReceiptCount[]>;
}

export interface ReceiptCount {
  readonly sort: string;
  readonly claimable: boolean;
  readonly receipts: number;
}
