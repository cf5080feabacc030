import { type Account, type Instant, type Recorded, unopened, upgraded } from '@trofast/engine';
import { chainStart } from '../book/hashes.ts';

/** One account within a batch: as it was locked, and as the batch's events leave it. */
export interface AccountState {
  readonly program: string;
  readonly id: string;
  /** Whether it has a row. */
  readonly isStored: boolean;
  account: Account;
  /** Hash of its last event. */
  head: Buffer;
  readonly wakeAt: Instant | undefined;
  /** A sweep has dealt with everything up to this instant, so the stored wake-up may move later. */
  sweptUntil: Instant | undefined;
  /** What this batch has recorded for it. */
  readonly fresh: Recorded[];
}

export interface AccountRow {
  readonly program_id: string;
  readonly id: string;
  readonly wake_at: Instant | null;
  readonly head: Buffer;
  /** Null where the account with this head is known already. */
  readonly document: string | null;
  readonly known?: Account | undefined;
}

export function storedState(row: AccountRow): AccountState {
  return {
    program: row.program_id,
    id: row.id,
    isStored: true,
    account: accountOf(row),
    head: row.head,
    wakeAt: row.wake_at ?? undefined,
    sweptUntil: undefined,
    fresh: [],
  };
}

function accountOf({ id, document, known }: AccountRow): Account {
  if (document !== null) return upgraded(JSON.parse(document));
  if (known === undefined) throw new Error(`The account ${id} came without its document`);
  return known;
}

export function unopenedState(program: string, id: string): AccountState {
  return {
    program,
    id,
    isStored: false,
    account: unopened(id),
    head: chainStart(program, id),
    wakeAt: undefined,
    sweptUntil: undefined,
    fresh: [],
  };
}
